using System;

namespace DbMigrate.Engine.Schema;

/// <summary>The statement that creates a materialized view, as schemas have it.</summary>
internal static class MaterializedView
{
    private const string Beginning = "CREATE MATERIALIZED VIEW ";

    /// <summary>The statement, without saying whether the view has rows.</summary>
    /// <param name="rest">The name and what follows it.</param>
    public static string Create(string rest) => SqlText.Normalize(Beginning + rest);

    /// <summary>Whether a statement that creates a view creates such a one.</summary>
    /// <param name="sql">The statement.</param>
    public static bool Is(string sql) => sql.StartsWith(Beginning, StringComparison.Ordinal);
}
