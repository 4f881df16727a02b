using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Generators;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Grammar;

/// <summary>Writes indexes, views and triggers of random tables.</summary>
internal sealed class ObjectGrammar(Draw draw, ISet<string> features)
{
    /// <summary>A <c>CREATE INDEX</c>.</summary>
    public string Index(string name, RandomTable table)
    {
        var writer = new StatementWriter(draw, features);
        writer.Add(writer.Has("UNIQUE index", 25) ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
        if (writer.Has("IF NOT EXISTS", 10))
            writer.Add("IF NOT EXISTS");
        writer.Name(name).Add("ON").Name(table.Name);
        writer.List(draw.Some(table.Columns, 3), c => Term(writer, c.Name));
        if (writer.Has("partial index", 30))
            writer.Add("WHERE").Raw(draw.Pick([$"{Quoted(writer, table)} IS NOT NULL", $"({Quoted(writer, table)} > 0)", $"{Quoted(writer, table)} <> 'it''s' AND 1"]));
        return writer.ToString();
    }

    /// <summary>A <c>CREATE VIEW</c>.</summary>
    public string View(string name, IReadOnlyList<string> sources)
    {
        var writer = new StatementWriter(draw, features);
        writer.Add("CREATE VIEW");
        if (writer.Has("IF NOT EXISTS", 10))
            writer.Add("IF NOT EXISTS");
        writer.Name(name);
        if (writer.Has("columns of a view", 25))
            writer.List(["v 1"], c => writer.Name(c));
        var source = draw.Pick(sources);
        if (source.StartsWith('v'))
            writer.Note("view on a view");
        writer.Add("AS");
        if (writer.Has("WITH", 20))
            writer.Raw("WITH c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3)");
        writer.Add("SELECT").Raw(draw.Pick(["count(*)", "'a -- b;' || 1", "CASE WHEN 1 THEN 2 END"])).Add("FROM").Name(source);
        if (writer.Has("WHERE of a view", 30))
            writer.Add("WHERE").Raw("1 = 1 /* all */");
        return writer.ToString();
    }

    /// <summary>A <c>CREATE TRIGGER</c>.</summary>
    public string Trigger(string name, RandomTable table, IReadOnlyList<string> views, IReadOnlyList<RandomTable> tables)
    {
        var writer = new StatementWriter(draw, features);
        var isOnView = views.Count > 0 && writer.Has("INSTEAD OF", 30);
        var plain = table.Columns.Where(c => !c.IsComputed).ToList();
        writer.Add("CREATE TRIGGER");
        if (writer.Has("IF NOT EXISTS", 10))
            writer.Add("IF NOT EXISTS");
        writer.Name(name);
        if (isOnView)
            writer.Add("INSTEAD OF");
        else if (writer.Has("BEFORE or AFTER", 70))
            writer.Add(draw.Pick(["BEFORE", "AFTER"]));
        writer.Add(draw.Pick(["INSERT", "DELETE", "UPDATE"]));
        if (!isOnView && writer.ToString().EndsWith("update", System.StringComparison.OrdinalIgnoreCase) && writer.Has("UPDATE OF", 80))
            writer.Add("OF").Name(draw.Pick(table.Columns).Name);
        writer.Add("ON").Name(isOnView ? draw.Pick(views) : table.Name);
        if (writer.Has("FOR EACH ROW", 30))
            writer.Add("FOR EACH ROW");
        if (writer.Has("WHEN", 30))
            writer.Add("WHEN").Raw(draw.Pick(["1", "CASE WHEN 1 THEN 0 END", "(SELECT 1)"]));
        writer.Add("BEGIN");
        for (var count = draw.Between(1, 3); count > 0; count--)
            Statement(writer, draw.Pick(tables), plain);
        return writer.Add("END").ToString();
    }

    private void Statement(StatementWriter writer, RandomTable other, List<RandomColumn> own)
    {
        var column = writer.Quoted(other.Columns.FirstOrDefault(c => !c.IsComputed)?.Name ?? other.Columns[0].Name);
        writer.Raw(draw.Below(5) switch
        {
            0 => $"UPDATE {writer.Quoted(other.Name)} SET {column} = CASE WHEN 1 THEN 'END;' ELSE 2 END WHERE 0;",
            1 => $"DELETE FROM {writer.Quoted(other.Name)} WHERE {column} = 1; -- END;\n",
            2 => $"INSERT INTO {writer.Quoted(other.Name)} ({column}) VALUES ('it''s') ON CONFLICT DO NOTHING;",
            3 => $"SELECT RAISE(ABORT, 'no; {own.Count}') WHERE 0;",
            _ => "SELECT 1 /* ; */ ;",
        });
    }

    private void Term(StatementWriter writer, string column)
    {
        if (writer.Has("expression in an index", 15))
            writer.Raw(draw.Pick([$"lower({writer.Quoted(column)})", $"({writer.Quoted(column)} || ',')", $"{writer.Quoted(column)} + 1"]));
        else
            writer.Name(column);
        if (writer.Has("COLLATE in an index", 10))
            writer.Add("COLLATE").Raw("RTRIM");
        if (writer.Has("DESC in an index", 20))
            writer.Add("DESC");
        else if (writer.Has("ASC in an index", 15))
            writer.Add("ASC");
    }

    private string Quoted(StatementWriter writer, RandomTable table) => writer.Quoted(draw.Pick(table.Columns).Name);
}
