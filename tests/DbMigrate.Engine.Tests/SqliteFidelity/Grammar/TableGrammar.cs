using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Generators;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Grammar;

/// <summary>A random table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Key">The columns of its primary key.</param>
internal sealed record RandomTable(string Name, IReadOnlyList<RandomColumn> Columns, IReadOnlyList<string> Key);

/// <summary>Writes a <c>CREATE TABLE</c>.</summary>
internal sealed class TableGrammar(Draw draw, ISet<string> features)
{
    private static readonly string[] ColumnNames = ["id", "name", "Size", "odd name", "select", "a.b", "quo\"te", "back`tick", "it's", "größe", "x", "rowid", "order", "brack[et", "semi;colon", "T"];

    /// <summary>The statement and the table.</summary>
    public (string Sql, RandomTable Table) Write(string name, IReadOnlyList<RandomTable> tables)
    {
        var writer = new StatementWriter(draw, features);
        var isStrict = writer.Has("STRICT", 15);
        var columnGrammar = new ColumnGrammar(writer, isStrict);
        writer.Add("CREATE TABLE");
        if (writer.Has("IF NOT EXISTS", 10))
            writer.Add("IF NOT EXISTS");
        writer.Name(name);
        var names = draw.Some(ColumnNames, 6);
        var columns = new List<RandomColumn>();
        var keyKind = draw.Below(4);
        writer.Add("(");
        foreach (var column in names)
        {
            if (columns.Count > 0)
                writer.Add(",");
            columns.Add(columnGrammar.Write(column, columns, tables, isKey: keyKind == 0 && columns.Count == 0));
        }

        var key = keyKind == 0 ? [names[0]] : new List<string>();
        var plain = columns.Where(c => !c.IsComputed).Select(c => c.Name).ToList();
        if (keyKind == 1)
        {
            key = draw.Some(plain, 3);
            writer.Note(key.Count > 1 ? "composite key" : "key behind the columns");
            writer.Add(",");
            columnGrammar.Constraint().Add("PRIMARY KEY");
            columnGrammar.Conflict(writer.List(key, c => KeyColumn(writer, c)));
        }

        Constraints(writer, columnGrammar, columns, tables, isFirst: keyKind != 1);
        writer.Add(")");
        var isWithoutRowId = key.Count > 0 && !features.Contains("AUTOINCREMENT") && writer.Has("WITHOUT ROWID", 25);
        var options = new List<string>();
        if (isStrict)
            options.Add("STRICT");
        if (isWithoutRowId)
            options.Insert(draw.Below(options.Count + 1), "WITHOUT ROWID");
        for (var i = 0; i < options.Count; i++)
            writer.Add(i > 0 ? ", " + options[i] : options[i]);
        return (writer.ToString(), new(name, columns, key));
    }

    private void Constraints(StatementWriter writer, ColumnGrammar columnGrammar, List<RandomColumn> columns, IReadOnlyList<RandomTable> tables, bool isFirst)
    {
        var plain = columns.Where(c => !c.IsComputed).Select(c => c.Name).ToList();
        if (writer.Has("UNIQUE behind the columns", 15))
        {
            Separate(writer, ref isFirst);
            columnGrammar.Constraint().Add("UNIQUE");
            columnGrammar.Conflict(writer.List(draw.Some(plain, 3), c => KeyColumn(writer, c)));
        }

        if (writer.Has("CHECK behind the columns", 20))
        {
            Separate(writer, ref isFirst);
            columnGrammar.Constraint().Add("CHECK (").Raw(columnGrammar.Condition(writer.Quoted(draw.Pick(columns).Name))).Add(")");
        }

        if (tables.Count > 0 && writer.Has("FOREIGN KEY", 20))
        {
            var table = draw.Pick(tables);
            var own = draw.Some(plain, System.Math.Min(2, table.Columns.Count));
            Separate(writer, ref isFirst);
            columnGrammar.Constraint().Add("FOREIGN KEY").List(own, c => writer.Name(c));
            columnGrammar.References(table, own.Count);
        }
    }

    // SQLite does not insist on the comma between two constraints.
    private static void Separate(StatementWriter writer, ref bool isFirst)
    {
        if (isFirst || !writer.Has("no comma between constraints", 30))
            writer.Add(",");
        isFirst = false;
    }

    private static void KeyColumn(StatementWriter writer, string column)
    {
        writer.Name(column);
        if (writer.Has("COLLATE in a key", 8))
            writer.Add("COLLATE").Raw("nocase");
        if (writer.Has("DESC in a key", 8))
            writer.Add("DESC");
        else if (writer.Has("ASC in a key", 8))
            writer.Add("ASC");
    }
}
