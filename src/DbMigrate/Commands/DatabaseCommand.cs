using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;
using System.Security;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that works with a database.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DatabaseCommand : ProviderCommand
{
    /// <summary>The connection string, as text or as a secure string; without it the context's own is used.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretTransformation]
    public SecureString? ConnectionString { get; set; }

    /// <summary>No database is opened, so that no connection string is needed.</summary>
    private protected bool IsOffline { get; set; }

    private protected sealed override void CheckChoice(IReadOnlyList<DatabaseSettings> chosen)
    {
        if (!IsOffline || ConnectionString is not null)
            RequireOne(chosen, nameof(ConnectionString), ConnectionString);
    }

    private protected sealed override string Connection(DatabaseSettings database, string? configured)
    {
        if (ConnectionString is { } secret)
            return SecretTransformationAttribute.Reveal(secret);
        if (IsOffline)
            return base.Connection(database, configured);
        if (FromEnvironment(nameof(ConnectionString)) is { Length: > 0 } set)
            return set;
        if (configured is not null)
            return configured;
        if (database.ConnectionStringVariable.Length == 0 || FromVariable(database) is { Length: > 0 })
            return FromVariable(database);

        throw ErrorCatalogue.ConnectionMissing.Error(
            $"The database '{database.Name}' has its connection string in the environment variable {database.ConnectionStringVariable}, which is not set.",
            database.Name,
            $"Set {database.ConnectionStringVariable}, or pass -Database {database.Name} with -ConnectionString.");
    }

    private protected StatusResult CallStatus(DatabaseMessage database)
        => Call<StatusResult>(Methods.Status, new StatusRequest { Folder = FolderMessage(), Database = database });
}
