using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>What kind of object a <see cref="SchemaStatement"/> is about.</summary>
internal enum SchemaObjectKind
{
    /// <summary>An index, unique or not.</summary>
    Index,

    /// <summary>A trigger.</summary>
    Trigger,

    /// <summary>A view.</summary>
    View,

    /// <summary>A view that keeps its rows.</summary>
    MaterializedView,
}

/// <summary>A <c>CREATE</c> or <c>DROP</c> of a trigger, view or index that was written as plain SQL.</summary>
/// <param name="IsDrop">Whether it drops.</param>
/// <param name="Kind">The kind of object.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table (or view) that a trigger or index is on; null for views and drops.</param>
/// <param name="Sql">
/// The normalized text, in the form in which SQLite keeps it: keywords upper case up to the name, without
/// <c>IF NOT EXISTS</c>, the schema's name and the semicolon at the end. Temporary objects are no schema.
/// </param>
internal sealed record SchemaStatement(bool IsDrop, SchemaObjectKind Kind, ObjectName Name, ObjectName? Table, string Sql)
{
    /// <summary>Whether the statement does nothing where the object is there already (or, a drop, is not).</summary>
    public bool IsConditional { get; init; }

    /// <summary>The index that a <c>CREATE INDEX</c> makes; null for all others.</summary>
    public Index? Index { get; init; }

    /// <summary>The text as SQLite keeps it: the head as in <see cref="Sql"/>, all else as it was written.</summary>
    public required string Stored { get; init; }

    /// <summary>The statements in a text that are of this sort; others are passed over.</summary>
    /// <param name="sql">One or more statements.</param>
    public static IReadOnlyList<SchemaStatement> ReadAll(string sql)
        => [.. SqlStatements.Split(sql).Select(Read).OfType<SchemaStatement>()];

    /// <summary>The statement, or null where it is of another sort.</summary>
    /// <param name="sql">One statement.</param>
    public static SchemaStatement? Read(string sql)
    {
        var cursor = new SqlCursor(sql);
        var isDrop = cursor.TakeIf("DROP");
        if (!isDrop && !cursor.TakeIf("CREATE"))
            return null;
        var isUnique = !isDrop && cursor.TakeIf("UNIQUE");
        if (!isDrop && !isUnique && (cursor.TakeIf("TEMP") || cursor.TakeIf("TEMPORARY")))
            return null;
        SchemaObjectKind kind;
        if (cursor.TakeIf("INDEX"))
            kind = SchemaObjectKind.Index;
        else if (!isUnique && cursor.TakeIf("TRIGGER"))
            kind = SchemaObjectKind.Trigger;
        else if (!isUnique && cursor.TakeIf("VIEW"))
            kind = SchemaObjectKind.View;
        else
            return null;
        var isConditional = isDrop ? cursor.TakeIf("IF", "EXISTS") : cursor.TakeIf("IF", "NOT", "EXISTS");
        if (cursor.Following.IsOperator("."))
        {
            cursor.Take();
            cursor.Take();
        }

        if (!cursor.Current.IsName)
            return null;
        var rest = cursor.Current.Position;
        ObjectName name = cursor.Take().Name;
        var head = (isDrop ? "DROP " : isUnique ? "CREATE UNIQUE " : "CREATE ") + kind.ToString().ToUpperInvariant() + " ";
        var stored = head + cursor.TextFrom(rest);
        var text = SqlText.Normalize(stored);
        if (isDrop || kind == SchemaObjectKind.View)
            return new(isDrop, kind, name, null, text) { IsConditional = isConditional, Stored = stored };
        while (!cursor.AtEnd && !cursor.TakeIf("ON"))
            cursor.Take();
        if (!cursor.Current.IsName)
            return null;
        ObjectName table = cursor.Take().Name;
        return new(false, kind, name, table, text)
        {
            IsConditional = isConditional,
            Index = kind == SchemaObjectKind.Index ? IndexText.Read(name.Name, isUnique, text, cursor) with { Stored = stored } : null,
            Stored = stored,
        };
    }
}
