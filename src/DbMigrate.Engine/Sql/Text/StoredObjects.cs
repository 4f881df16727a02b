using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>Finds the text in which somebody wrote an index or trigger, as long as it still says what the object is.</summary>
internal static class StoredObjects
{
    /// <summary>The statement that creates an index as it was written; null where EF's operation says it all.</summary>
    /// <param name="index">The index.</param>
    public static string? Find(Schema.Index index)
    {
        if (index.Stored.Sql is not { } sql || SchemaStatement.Read(sql) is not { Index: { } read } statement)
            return index.RawSql;
        if (index.RawSql is not null)
            return statement.Sql == index.RawSql ? sql : index.RawSql;
        var isSame = read.Columns.SequenceEqual(index.Columns, StringComparer.OrdinalIgnoreCase) && (read with { Columns = index.Columns, Annotations = index.Annotations }).Equals(index);
        return isSame ? sql : null;
    }

    /// <summary>The statement that creates a trigger, as it was written where that is known.</summary>
    /// <param name="trigger">The trigger.</param>
    public static string Find(Trigger trigger)
        => trigger.Stored.Sql is { } sql && SchemaStatement.Read(sql)?.Sql == trigger.Sql ? sql : trigger.Sql;
}
