using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Makes a revision fail before a column's values would be cut or rounded to fit a new type, and names the first rows.
/// The server has its own error for what does not fit at all, but no row in it.
/// </summary>
internal static class ConversionGuard
{
    /// <summary>What the server says when a guard fails; the message is ours.</summary>
    public const string Code = "DBM01";

    private const int Shown = 10;

    /// <summary>The statement; null where the new type holds all values of the old one, or the server refuses the others.</summary>
    /// <param name="table">The table as it is.</param>
    /// <param name="column">The column.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The new type.</param>
    /// <param name="purpose">What it belongs to.</param>
    public static SqlStatement? Write(Table table, string column, string from, string to, string purpose)
    {
        if (Lost(SqlText.Quote(column), from, to) is not { } condition)
            return null;
        var value = Conversion.IsNumber(from) && Conversion.IsNumber(to) ? $"{SqlText.Quote(column)}::text" : $"quote_literal(left({SqlText.Quote(column)}::text, 80))";
        var row = string.Join(" || ', ' || ", Key(table).Select(k => $"{PostgresText.Literal(k + " = ")} || {SqlText.Quote(k)}").DefaultIfEmpty("'one'"));
        var order = string.Concat(Key(table).Select((k, i) => (i == 0 ? " ORDER BY " : ", ") + SqlText.Quote(k)));
        return new(
            $"""
            DO $dbmigrate$ DECLARE found text; BEGIN
                SELECT string_agg(line, E'\n') INTO found FROM (SELECT '  ' || {row} || ': ' || {value} AS line FROM {SqlText.Quote(table.Name)} WHERE {condition}{order} LIMIT {Shown}) AS lines;
                IF found IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = '{Code}', MESSAGE = {PostgresText.Literal($"{table.Name}.{column} has values that {to} cannot hold:")} || E'\n' || found;
                END IF;
            END $dbmigrate$
            """,
            purpose + ": check the values");
    }

    private static IEnumerable<string> Key(Table table) => table.PrimaryKey?.Columns ?? [];

    // The server rounds a number and cuts a text without a word. Between numbers it is compared as digits: what a
    // floating point number has behind its precision is noise.
    private static string? Lost(string column, string from, string to)
    {
        var (was, now) = (StoreTypeParts.Read(from), StoreTypeParts.Read(to));
        if (Conversion.IsNumber(from) && Conversion.IsNumber(to))
            return IsWhole(from) || !(IsWhole(to) || now.Limits.Length > 0) || IsWider(from, to, was, now) ? null : $"{column}::numeric <> {column}::{to}";

        // Blanks at the end are none to the server.
        return !Conversion.IsText(to) || now.Limits.Length == 0 || IsWider(from, to, was, now) ? null : $"rtrim({column}::text) <> rtrim(({column}::{to})::text)";
    }

    private static bool IsWider(string from, string to, StoreTypeParts was, StoreTypeParts now) => Conversion.Plain(from) == Conversion.Plain(to) && now.Holds(was);

    private static bool IsWhole(string type) => Conversion.Plain(type) is "smallint" or "integer" or "bigint";
}
