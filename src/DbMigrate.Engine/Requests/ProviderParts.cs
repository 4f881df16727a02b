using System;
using System.Data.Common;
using System.Threading;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Apply.Postgres;
using DbMigrate.Engine.Apply.Sqlite;
using DbMigrate.Engine.Offline;
using DbMigrate.Engine.Offline.Postgres;
using DbMigrate.Engine.Offline.Sqlite;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Requests;

/// <summary>The classes that serve a context's provider.</summary>
internal static class ProviderParts
{
    /// <exception cref="DbMigrateException"><c>ProviderNotSupported</c>.</exception>
    public static DatabaseProvider Provider(DbContext context) => context.Database.ProviderName switch
    {
        SqliteProvider.Name => new SqliteProvider(context),
        PostgresProvider.Name => new PostgresProvider(context),
        _ => throw NotSupported(context),
    };

    /// <exception cref="DbMigrateException"><c>ProviderNotSupported</c>, <c>ConnectionMissing</c>, <c>DatabaseUnavailable</c>.</exception>
    public static DatabaseAccess Access(DbContext context, FolderMessage folder, RequestScope scope)
    {
        var history = History(context, folder);
        var text = ConnectionString(context, scope)
            ?? throw ErrorCatalogue.ConnectionMissing.Error("There is no connection string: none was passed, and no context has one.");
        try
        {
            return history is SqliteHistoryStore
                ? new SqliteAccess(DbProviderFactories.GetFactory(context.Database.GetDbConnection())!, text, SqliteProvider.Name, history)
                : new PostgresAccess(context.Database.GetDbConnection(), text, history);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The provider's own message may quote the value.
            throw ErrorCatalogue.DatabaseUnavailable.Error($"The connection string cannot be understood by the provider {context.Database.ProviderName}.", inner: e);
        }
    }

    /// <exception cref="DbMigrateException"><c>ProviderNotSupported</c>.</exception>
    public static ClientScript Client(DbContext context, FolderMessage folder) => History(context, folder) switch
    {
        SqliteHistoryStore sqlite => new SqliteClientScript(sqlite),
        var postgres => new PostgresClientScript((PostgresHistoryStore)postgres),
    };

    /// <summary>Opens an empty database in memory that ends with its session; null where the provider has none.</summary>
    public static Func<RevisionSession>? Scratch(DbContext context)
        => context.Database.ProviderName == SqliteProvider.Name && DbProviderFactories.GetFactory(context.Database.GetDbConnection()) is { } factory
            ? () => new SqliteAccess(factory, "Data Source=:memory:", SqliteProvider.Name, new SqliteHistoryStore(HistoryStore.DefaultHistoryTable))
                .OpenSession(new WaitLimit(TimeSpan.Zero, CancellationToken.None), statementTimeout: 0)
            : null;

    /// <summary>Data source and database of a context as far as they are known, without connecting.</summary>
    /// <exception cref="DbMigrateException"><c>ProviderNotSupported</c>, <c>DatabaseUnavailable</c>.</exception>
    public static (string DataSource, string Database) Names(DbContext context, RequestScope scope)
    {
        if (context.Database.ProviderName is not (SqliteProvider.Name or PostgresProvider.Name))
            throw NotSupported(context);
        if (ConnectionString(context, scope) is null)
            return ("", "");
        var facts = Access(context, new FolderMessage(), scope).Facts;
        return (facts.DataSource, facts.Name);
    }

    private static HistoryStore History(DbContext context, FolderMessage folder)
    {
        var table = folder.HistoryTable.Length > 0 ? folder.HistoryTable : HistoryStore.DefaultHistoryTable;
        return context.Database.ProviderName switch
        {
            SqliteProvider.Name when folder.HistorySchema.Length == 0 => new SqliteHistoryStore(table),
            SqliteProvider.Name => throw ErrorCatalogue.NotSupportedByProvider.Error(
                $"SQLite has no schemas, and the settings put the history table into schema '{folder.HistorySchema}'.", folder.HistorySchema, "Remove HistorySchema from dbmigrate.psd1."),
            PostgresProvider.Name => new PostgresHistoryStore(new ObjectName(folder.HistorySchema.Length > 0 ? folder.HistorySchema : null, table)),
            _ => throw NotSupported(context),
        };
    }

    private static string? ConnectionString(DbContext context, RequestScope scope)
    {
        var text = context.Database.GetConnectionString();
        scope.Hide(text);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static DbMigrateException NotSupported(DbContext context)
        => ErrorCatalogue.ProviderNotSupported.Error($"The provider {context.Database.ProviderName} is not supported.", context.Database.ProviderName);
}
