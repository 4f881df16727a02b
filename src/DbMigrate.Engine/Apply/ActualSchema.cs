using System;
using System.Data.Common;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply;

/// <summary>What a database has, but for the tables of migration tools, which are nobody's schema.</summary>
internal static class ActualSchema
{
    /// <summary>EF Core's own tables.</summary>
    public static readonly string[] EfTables = ["__EFMigrationsHistory", "__EFMigrationsLock"];

    public static SchemaState Read(DatabaseProvider provider, DbConnection connection, HistoryStore history)
    {
        var state = provider.Introspect(connection);
        string[] names = [history.HistoryTable.Name, history.LogTable.Name, history.Journal.Table.Name, .. EfTables];
        state = state with
        {
            Tables = state.Tables.RemoveRange(state.Tables.Keys.Where(t => names.Contains(t.Name, StringComparer.OrdinalIgnoreCase))),
        };
        return history.HistoryTable.Schema is { } schema && state.Tables.Keys.All(t => t.Schema != schema)
            ? state with { Schemas = state.Schemas.Remove(schema) }
            : state;
    }
}
