using System.ComponentModel;
using System.Management.Automation;
using DbMigrate.Completion;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that can do without a target, with a provider alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ProviderCommand : NamedDatabaseCommand
{
    /// <summary>Works without a target: <c>Sqlite</c>, or the path of a provider assembly.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    private protected sealed override (string Given, string FromEnvironment) ProviderChoice => (Provider ?? "", FromEnvironment(nameof(Provider)));
}
