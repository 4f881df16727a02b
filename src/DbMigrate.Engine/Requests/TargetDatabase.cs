using System;
using System.Collections.Generic;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Offline;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Requests;

/// <summary>The context of a request with its provider and its database. What is not asked for is not made: the model least of all.</summary>
/// <param name="bare">A context without a model.</param>
/// <param name="desired">Reads what the model asks for; null where there is no target.</param>
/// <param name="database">Which database.</param>
/// <param name="folder">The names of our tables.</param>
/// <param name="scope">The request.</param>
internal sealed class TargetDatabase(DbContext bare, Func<ProviderTraits, SchemaState>? desired, DatabaseMessage database, FolderMessage folder, RequestScope scope) : IDisposable
{
    private readonly Lazy<DatabaseProvider> _provider = new(() => ProviderParts.Provider(bare));
    private readonly Lazy<ClientScript> _client = new(() => ProviderParts.Client(bare, HistoryOf(database, folder)));
    private readonly Lazy<DatabaseAccess> _access = new(() => ProviderParts.Access(bare, HistoryOf(database, folder), scope));

    public DatabaseProvider Provider => _provider.Value;

    public ProviderTraits Traits => Provider.Traits;

    public DatabaseAccess Access => _access.Value;

    /// <summary>Writes scripts; needs no connection.</summary>
    public ClientScript Client => _client.Value;

    /// <summary>Its logical name; empty where the folder has one database.</summary>
    public string Name => database.Database;

    /// <summary>What follows <c>Up</c> and <c>Down</c> in the names of its methods.</summary>
    public string MethodSuffix => database.MethodSuffix;

    /// <summary>An empty database in memory that ends with its session; null where the provider has none.</summary>
    public Func<RevisionSession>? OpenScratch => ProviderParts.Scratch(bare);

    public EfVersions Versions => EfVersions.Read(bare);

    public DatabaseInfo Info => new()
    {
        Database = database.Database,
        Provider = Access.Facts.Provider,
        DataSource = Access.Facts.Place,
        Server = Access.Facts.DataSource,
        Name = Access.Facts.Name,
        User = Access.Facts.User,
    };

    /// <summary>What is known of the database where none is opened.</summary>
    public DatabaseInfo NameOnly => new() { Database = database.Database, Provider = bare.Database.ProviderName ?? "" };

    /// <summary>Takes out what is not ours before schemas are compared.</summary>
    public SchemaFilter Filter => new(folder, database, scope);

    /// <summary>Whether there is a target whose model can be read.</summary>
    public bool HasModel => desired is not null;

    /// <summary>What the model asks for.</summary>
    public SchemaState ReadDesired()
        => desired is not null ? desired(Traits) : throw ErrorCatalogue.TargetNotFound.Error("There is no target whose model could be read: only a provider was given.");

    /// <summary>The applied revisions; none where there is no database.</summary>
    public IReadOnlyList<HistoryRow> ReadHistory(WaitLimit wait) => Access.Exists ? Access.Read(Access.History.Read, wait) : [];

    /// <summary>The revisions that are begun and not finished.</summary>
    public IReadOnlyList<JournalEntry> ReadUnfinished(WaitLimit wait) => Access.Exists ? Access.Read(Access.History.Journal.Read, wait) : [];

    /// <summary>The rows of the history, also where they make no sense.</summary>
    public IReadOnlyList<HistoryRow> ReadHistoryAsIs(WaitLimit wait) => Access.Exists ? Access.Read(Access.History.ReadAsIs, wait) : [];

    /// <summary>What the database has; nothing where there is none.</summary>
    public SchemaState ReadActual(WaitLimit wait)
        => Access.Exists ? Access.Read((connection, _) => ActualSchema.Read(Provider, connection, Access.History), wait) : SchemaState.Empty;

    /// <summary>What is expected and what the database has, in the same words.</summary>
    public AlignedSchemas ReadAligned(SchemaState expected, WaitLimit wait)
        => Access.Exists
            ? Access.ReadWithScratch((connection, _) => Provider.Align(connection, expected, ActualSchema.Read(Provider, connection, Access.History)), wait)
            : new AlignedSchemas(expected, SchemaState.Empty, []);

    /// <summary>Does something with this database, of several, whose name then stands before the message of a failure.</summary>
    public T Named<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DbMigrateException e) when (Name.Length > 0)
        {
            if (e.Open is { } open)
                throw UndecidedError.Of(open with { Database = Name });
            var isDecision = e.Kind == ErrorCatalogue.RenameInvalid || e.Kind == ErrorCatalogue.FillInvalid;
            throw e.Kind.Error(
                $"Database '{Name}': {e.Message}", e.Target, isDecision ? $"{e.Action} To say which database an entry is for, begin its key with the name: '{Name}:{e.Target}'." : e.Action, e);
        }
    }

    public void Dispose() => bare.Dispose();

    // A hook may have named other tables for this database than the folder's settings do.
    private static FolderMessage HistoryOf(DatabaseMessage database, FolderMessage folder) => new()
    {
        HistoryTable = database.HistoryTable.Length > 0 ? database.HistoryTable : folder.HistoryTable,
        HistorySchema = database.HistorySchema.Length > 0 ? database.HistorySchema : folder.HistorySchema,
    };
}
