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
    {
        if (source.Name is null)
            return null;
        var schema = source.Schema is null || source.Schema.Equals(session.Traits.DefaultSchema, StringComparison.OrdinalIgnoreCase) || !session.Traits.HasSchemas ? null : source.Schema;
        return session.Tables.Values.FirstOrDefault(t => t.Name.Name.Equals(source.Name, StringComparison.OrdinalIgnoreCase) && string.Equals(t.Name.Schema, schema, StringComparison.OrdinalIgnoreCase));
    }
}
