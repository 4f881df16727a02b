using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Finds the statements in plain SQL that create or drop views, triggers and indexes, as PostgreSQL writes them.</summary>
internal sealed class PostgresStatements
{
    private readonly string _sql;
    private readonly SqlCursor _cursor;
    private readonly string? _defaultSchema;

    private PostgresStatements(string sql, string masked, string? defaultSchema)
    {
        _sql = sql;
        _cursor = new SqlCursor(masked);
        _defaultSchema = defaultSchema;
    }

    /// <summary>The statements of a text that are of this sort. One that replaces an object is a drop and a creation.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="defaultSchema">The schema that names without one are in.</param>
    public static IReadOnlyList<SchemaStatement> ReadAll(string sql, string? defaultSchema)
        => [.. Split(sql).SelectMany(s => new PostgresStatements(s.Text, s.Masked, defaultSchema).Read())];

    /// <summary>The statements of a text without their semicolons.</summary>
    /// <param name="sql">One or more statements.</param>
    public static IEnumerable<(string Text, string Masked)> Split(string sql)
    {
        var masked = PostgresMask.Cover(sql);
        var cursor = new SqlCursor(masked);
        while (!cursor.AtEnd)
        {
            var (start, end) = (cursor.Current.Position, cursor.Current.Position);
            while (!cursor.AtEnd && !cursor.TakeOperator(";"))
            {
                cursor.Take();
                end = cursor.LastEnd;
            }

            if (end > start)
                yield return (sql[start..end], masked[start..end]);
        }
    }

    private IEnumerable<SchemaStatement> Read()
    {
        if (_cursor.TakeIf("DROP"))
            return ReadDrop();
        if (!_cursor.TakeIf("CREATE"))
            return [];
        var replaces = _cursor.TakeIf("OR", "REPLACE");
        if (_cursor.TakeIf("RECURSIVE", "VIEW") || _cursor.TakeIf("VIEW"))
            return ReadView(replaces);
        if (_cursor.TakeIf("MATERIALIZED", "VIEW"))
            return ReadMaterializedView();
        if (_cursor.TakeIf("CONSTRAINT", "TRIGGER") || _cursor.TakeIf("TRIGGER"))
            return ReadTrigger(replaces);
        var isUnique = _cursor.TakeIf("UNIQUE");
        return _cursor.TakeIf("INDEX") ? ReadIndex(isUnique) : [];
    }

    private IEnumerable<SchemaStatement> ReadDrop()
    {
        var isMaterialized = _cursor.TakeIf("MATERIALIZED");
        if (_cursor.TakeIf("VIEW"))
        {
            var isConditional = _cursor.TakeIf("IF", "EXISTS");
            do
            {
                yield return Drop(isMaterialized ? SchemaObjectKind.MaterializedView : SchemaObjectKind.View, TakeName(), isConditional);
            }
            while (_cursor.TakeOperator(","));
        }
        else if (_cursor.TakeIf("TRIGGER"))
        {
            var isConditional = _cursor.TakeIf("IF", "EXISTS");
            var name = TakeName();
            if (_cursor.TakeIf("ON"))
                yield return Drop(SchemaObjectKind.Trigger, PostgresText.TriggerName(TakeName(), name.Name), isConditional);
        }
        else if (_cursor.TakeIf("INDEX"))
        {
            _ = _cursor.TakeIf("CONCURRENTLY");
            yield return Drop(SchemaObjectKind.Index, TakeName(), _cursor.TakeIf("IF", "EXISTS"));
        }
    }

    private IEnumerable<SchemaStatement> ReadView(bool replaces)
    {
        var name = TakeName();
        if (replaces)
            yield return Drop(SchemaObjectKind.View, name, true);
        yield return new(false, SchemaObjectKind.View, name, null, SqlText.Normalize(_sql)) { Stored = _sql };
    }

    // Whether it is filled is no part of what it is.
    private IEnumerable<SchemaStatement> ReadMaterializedView()
    {
        var isConditional = _cursor.TakeIf("IF", "NOT", "EXISTS");
        var start = _cursor.Current.Position;
        var name = TakeName();
        var end = _cursor.LastEnd;
        while (!_cursor.AtEnd && !(_cursor.TakeIf("WITH", "NO", "DATA") || _cursor.TakeIf("WITH", "DATA")))
        {
            _cursor.Take();
            end = _cursor.LastEnd;
        }

        yield return new(false, SchemaObjectKind.MaterializedView, name, null, MaterializedView.Create(_sql[start..end])) { IsConditional = isConditional, Stored = _sql };
    }

    private IEnumerable<SchemaStatement> ReadTrigger(bool replaces)
    {
        var name = TakeName();
        while (!_cursor.AtEnd && !_cursor.TakeIf("ON"))
            _cursor.Take();
        if (_cursor.AtEnd)
            yield break;
        var table = TakeName();
        var key = PostgresText.TriggerName(table, name.Name);
        if (replaces)
            yield return Drop(SchemaObjectKind.Trigger, key, true);
        yield return new(false, SchemaObjectKind.Trigger, key, table, SqlText.Normalize(_sql)) { Stored = _sql };
    }

    private IEnumerable<SchemaStatement> ReadIndex(bool isUnique)
    {
        _ = _cursor.TakeIf("CONCURRENTLY");
        var isConditional = _cursor.TakeIf("IF", "NOT", "EXISTS");
        if (_cursor.Current.Is("ON"))
            yield break;
        var name = TakeName();
        if (!_cursor.TakeIf("ON"))
            yield break;
        _ = _cursor.TakeIf("ONLY");
        var table = TakeName();
        yield return new(false, SchemaObjectKind.Index, name with { Schema = table.Schema }, table, SqlText.Normalize(_sql))
        {
            IsConditional = isConditional,
            Stored = _sql,
            Index = PostgresIndexText.Read(name.Name, isUnique, SqlText.Normalize(_sql), _sql, _cursor),
        };
    }

    private static SchemaStatement Drop(SchemaObjectKind kind, ObjectName name, bool isConditional) => new(true, kind, name, null, "") { IsConditional = isConditional, Stored = "" };

    private ObjectName TakeName()
    {
        var first = TakePart();
        if (!_cursor.TakeOperator("."))
            return first;
        var name = TakePart();
        return first == _defaultSchema ? name : new ObjectName(first, name);
    }

    // The server folds what stands without quotes.
    private string TakePart()
    {
        var token = _cursor.Take();
        return token.Kind == SqlTokenKind.QuotedName ? token.Name : token.Text.ToLowerInvariant();
    }
}
