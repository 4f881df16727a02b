using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Frees a table's name for the one that takes its place, without a change to anything that mentions it.</summary>
internal static class SetAside
{
    /// <summary>The statements.</summary>
    /// <param name="table">The table.</param>
    /// <param name="old">The name for the old rows.</param>
    public static IEnumerable<string> Write(Table table, string old) => MentionsItself(table) ? Copy(table, old) : Rename(table, old);

    // The old way of renaming looks into no view and no trigger, and leaves all references as they are.
    private static IEnumerable<string> Rename(Table table, string old)
    {
        yield return "PRAGMA legacy_alter_table = ON";
        yield return $"ALTER TABLE {SqlText.Quote(table.Name.Name)} RENAME TO {SqlText.Quote(old)}";
        yield return "PRAGMA legacy_alter_table = OFF";
    }

    // The old way of renaming also leaves "t.a > 0" in the table's own checks as it is, where it is an error then.
    private static IEnumerable<string> Copy(Table table, string old)
    {
        var (from, to) = (SqlText.Quote(table.Name.Name), SqlText.Quote(old));
        var columns = string.Join(", ", table.Columns.Select(c => SqlText.Quote(c.Name) + Type(table, c) + ColumnText.Collate(c)));
        var names = ConstraintText.Columns(table.Columns.Select(c => c.Name));
        var rowId = SqliteFacets.HiddenRowId(table) is { } name ? name + ", " : "";
        yield return $"CREATE TABLE {to} ({columns})";
        yield return $"INSERT INTO {to} ({rowId}{names})\nSELECT {rowId}{names}\nFROM {from}";
        if (SqliteFacets.IsAutoincrement(table))
            yield return $"UPDATE sqlite_sequence SET name = {Literal(old)} WHERE name = {Literal(table.Name.Name)}";
        yield return $"DROP TABLE {from}";
    }

    // ANY converts nothing in a STRICT table, and everything that looks like a number in others.
    private static string Type(Table table, Column column)
        => column.StoreType.Length == 0 || (SqliteFacets.IsStrict(table) && column.StoreType.Equals("ANY", StringComparison.OrdinalIgnoreCase)) ? "" : " " + column.StoreType;

    private static bool MentionsItself(Table table)
        => table.Checks.Select(c => c.Sql)
            .Concat(table.Columns.Select(c => c.ComputedSql))
            .Concat(table.Indexes.SelectMany(i => new[] { i.Filter, i.RawSql }))
            .Any(sql => TableReferences.IsQualifier(sql, table.Name.Name));

    private static string Literal(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
}
