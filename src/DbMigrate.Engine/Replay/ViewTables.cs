using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Replay;

/// <summary>The tables that queries of views read.</summary>
internal static class ViewTables
{
    /// <summary>The table behind a source; null where it is none, or not known.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="source">The source.</param>
    public static Table? Find(ReplaySession session, QuerySource source)
        => source.Name is null ? null : session.Tables.Values.FirstOrDefault(t => Is(session, source, t.Name));

    /// <summary>Whether a source is a table or view of that name.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="source">The source.</param>
    /// <param name="name">The name.</param>
    public static bool Is(ReplaySession session, QuerySource source, ObjectName name)
        => name.Name.Equals(source.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(name.Schema, Schema(session, source), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a view reads a table or another view.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="sql">The statement that creates the view.</param>
    /// <param name="name">What it may read.</param>
    public static bool Reads(ReplaySession session, string sql, ObjectName name)
        => QueryScopes.Read([.. SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia)]).All.Exists(scope => scope.Sources.Exists(s => Is(session, s, name)));

    private static string? Schema(ReplaySession session, QuerySource source)
        => source.Schema is null || source.Schema.Equals(session.Traits.DefaultSchema, StringComparison.OrdinalIgnoreCase) || !session.Traits.HasSchemas ? null : source.Schema;
}
