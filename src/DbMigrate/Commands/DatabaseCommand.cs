using System.ComponentModel;
using System.Management.Automation;
using System.Security;
using DbMigrate.Completion;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that works with a database.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DatabaseCommand : TargetCommand
{
    /// <summary>The connection string, as text or as a secure string; without it the context's own is used.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretTransformation]
    public SecureString? ConnectionString { get; set; }

    /// <summary>Works without a target: <c>Sqlite</c>, or the path of a provider assembly.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    private protected override (string Given, string FromEnvironment) ProviderChoice => (Provider ?? "", FromEnvironment(nameof(Provider)));

    private protected DatabaseMessage DatabaseMessage()
    {
        var message = ContextMessage();
        message.ConnectionString = ConnectionString is { } secret ? SecretTransformationAttribute.Reveal(secret) : FromEnvironment(nameof(ConnectionString));
        return message;
    }

    private protected StatusResult CallStatus()
        => Call<StatusResult>(Methods.Status, new StatusRequest { Folder = FolderMessage(), Database = DatabaseMessage() });
}
