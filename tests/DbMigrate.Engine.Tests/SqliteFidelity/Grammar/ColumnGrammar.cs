using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Grammar;

/// <summary>A column that a random table has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsComputed">Whether it is computed.</param>
internal sealed record RandomColumn(string Name, bool IsComputed);

/// <summary>Writes a column with its constraints.</summary>
internal sealed class ColumnGrammar(StatementWriter writer, bool isStrict)
{
    private static readonly string[] Types =
        ["INTEGER", "INT", "TEXT", "VARCHAR(20)", "DECIMAL( 10 ,2 )", "", "BLOB", "REAL", "NUMERIC", "DOUBLE PRECISION", "UNSIGNED BIG INT", "BOOLEAN", "DATETIME", "BLOB SUB_TYPE TEXT", "FLOATING POINT", "char(-1)", "\"odd type\""];

    private static readonly string[] StrictTypes = ["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"];
    private static readonly string[] Defaults = ["0", "-1", "+2.5", "1e3", ".5", "0x1F", "'it''s'", "\"text\"", "x'0aFF'", "NULL", "TRUE", "CURRENT_TIMESTAMP", "CURRENT_DATE", "(1 + 2)", "( 'a' || 'b' )", "(strftime('%s', 'now'))", "(random())", "word"];
    private static readonly string[] Collations = ["NOCASE", "BINARY", "RTRIM", "\"nocase\""];
    internal static readonly string[] Conflicts = ["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"];
    private static readonly string[] Actions = ["CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT", "NO ACTION"];

    /// <summary>Writes a column; the key must be written where it is asked for.</summary>
    public RandomColumn Write(string name, IReadOnlyList<RandomColumn> before, IReadOnlyList<RandomTable> tables, bool isKey)
    {
        if (writer.Has("comment of a column", 3))
            writer.Raw("\n -- about a column\n");
        writer.Name(name);
        var isAutoincrement = isKey && writer.Has("AUTOINCREMENT", 25);
        var isRowId = isAutoincrement || (isKey && writer.Has("rowid alias", 40));
        var isComputed = !isKey && before.Any(c => !c.IsComputed) && writer.Has("computed column", 12);
        var type = isRowId ? "INTEGER" : writer.Draw.Pick(isStrict ? StrictTypes : Types);
        if (type.Length == 0)
            writer.Note("column without a type");
        else
            writer.Raw(type);
        if (isKey)
            Key(isAutoincrement);
        var clauses = new List<System.Action>();
        if (isComputed)
            clauses.Add(() => Computed(before));
        else if (writer.Has("DEFAULT", 30))
            clauses.Add(() => writer.Add("DEFAULT").Raw(writer.Draw.Pick(Defaults)));
        if (writer.Has("NOT NULL", 30))
            clauses.Add(NotNull);
        else if (writer.Has("NULL", 10))
            clauses.Add(() => writer.Add("NULL"));
        if (writer.Has("COLLATE", 15))
            clauses.Add(() => writer.Add("COLLATE").Raw(writer.Draw.Pick(Collations)));
        if (!isKey && writer.Has("UNIQUE beside a column", 10))
            clauses.Add(() => Conflict(Constraint().Add("UNIQUE")));
        if (writer.Has("CHECK beside a column", 12))
            clauses.Add(() => Constraint().Add("CHECK (").Raw(Condition(writer.Quoted(name))).Add(")"));
        if (!isComputed && tables.Count > 0 && writer.Has("REFERENCES beside a column", 12))
            clauses.Add(() => References(writer.Draw.Pick(tables), 1));
        while (clauses.Count > 0)
        {
            var clause = writer.Draw.Pick(clauses);
            clauses.Remove(clause);
            clause();
        }

        return new(name, isComputed);
    }

    /// <summary>A condition on a column.</summary>
    public string Condition(string column) => writer.Draw.Below(5) switch
    {
        0 => $"{column} IS NULL OR {column} > 0",
        1 => $"( {column} <> ')' )",
        2 => $"length({column}) BETWEEN 1 AND 9 -- why\n",
        3 => $"{column} IN (1, 2, 'three') /* or */",
        _ => $"CASE WHEN {column} THEN 1 ELSE 2 END = 1",
    };

    /// <summary>Writes the clause that refers to another table.</summary>
    public void References(RandomTable table, int count)
    {
        Constraint().Add("REFERENCES").Name(table.Name);
        if (table.Key.Count != count || !writer.Has("implied foreign key columns", 30))
            writer.List(table.Columns.Take(count), c => writer.Name(c.Name));
        if (writer.Has("ON DELETE", 40))
            writer.Add("ON DELETE " + writer.Draw.Pick(Actions));
        if (writer.Has("ON UPDATE", 30))
            writer.Add("ON UPDATE " + writer.Draw.Pick(Actions));
        if (writer.Has("MATCH", 15))
            writer.Add("MATCH").Raw("FULL");
        if (writer.Has("DEFERRABLE", 30))
            writer.Add(writer.Draw.Pick(["DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE", "DEFERRABLE", "DEFERRABLE INITIALLY IMMEDIATE"]));
    }

    /// <summary>Perhaps a name for the constraint that follows.</summary>
    public StatementWriter Constraint()
        => writer.Has("named constraint", 35) ? writer.Add("CONSTRAINT").Name("c" + writer.Draw.Below(100000)) : writer;

    /// <summary>Perhaps what to do on conflict.</summary>
    public void Conflict(StatementWriter _)
    {
        if (writer.Has("ON CONFLICT of a key", 20))
            writer.Add("ON CONFLICT " + writer.Draw.Pick(Conflicts));
    }

    private void Key(bool isAutoincrement)
    {
        Constraint().Add("PRIMARY KEY");
        if (!isAutoincrement && writer.Has("descending key beside a column", 10))
            writer.Add("DESC");
        else if (writer.Has("ascending key beside a column", 10))
            writer.Add("ASC");
        Conflict(writer);
        if (isAutoincrement)
            writer.Add("AUTOINCREMENT");
    }

    private void NotNull()
    {
        Constraint().Add("NOT NULL");
        if (writer.Has("NOT NULL ON CONFLICT", 20))
            writer.Add("ON CONFLICT " + writer.Draw.Pick(Conflicts));
    }

    private void Computed(IReadOnlyList<RandomColumn> before)
    {
        var column = writer.Quoted(writer.Draw.Pick(before.Where(c => !c.IsComputed).ToList()).Name);

        // A comment within GENERATED ALWAYS makes the words part of the type, by an oversight of SQLite's.
        writer.Plain(writer.Draw.Chance(50) ? "generated ALWAYS as (" : "AS (").Raw(writer.Draw.Pick([$"{column} || ')'", $"({column} + 1)", $"coalesce({column}, 'a')"])).Add(")");
        if (writer.Has("STORED", 40))
            writer.Add("STORED");
        else if (writer.Has("VIRTUAL", 40))
            writer.Add("VIRTUAL");
    }
}
