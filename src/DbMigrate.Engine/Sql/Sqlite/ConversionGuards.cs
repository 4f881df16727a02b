using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Makes a revision fail after which values do not fit their new type. SQLite itself converts on the way into a
/// column only where nothing is lost, and leaves the rest as it was: text in a number's column, which readers take
/// for zero. The revision's own statements may mend that, so it is checked at the end. Only an integer that a REAL
/// column would round is lost in the copy itself, and found there.
/// </summary>
internal sealed class ConversionGuards
{
    private readonly List<(ObjectName Table, string Column)> _columns = [];

    /// <summary>Whether the values keep their bytes and become blobs, which SQLite does not do by itself.</summary>
    /// <param name="source">The column before.</param>
    /// <param name="target">The column after.</param>
    public static bool IsTextToBlob(Column source, Column target)
        => SqliteFacets.Affinity(source.StoreType) == "TEXT" && SqliteFacets.Affinity(target.StoreType) == "BLOB" && target.StoreType.Length > 0;

    /// <summary>The statements that fail where the copy has rounded integers.</summary>
    /// <param name="pending">What becomes of the columns.</param>
    /// <param name="target">The new shape.</param>
    /// <param name="old">The name under which the old table was set aside.</param>
    public static IEnumerable<SqlStatement> Rounded(PendingTable pending, Table target, string old)
        => target.Columns.Where(c => c.ComputedSql is null && SqliteFacets.Affinity(c.StoreType) == "REAL" && pending.Source(c.Name) is { } s && SqliteFacets.Affinity(s.StoreType) != "REAL")
            .SelectMany(c =>
            {
                var name = SqlText.Quote(pending.Source(c.Name)!.Name);
                return new RowGuard(pending.Physical!, pending.Source(c.Name)!.Name, old)
                    .Write($"typeof({name}) = 'integer' AND CAST(CAST({name} AS REAL) AS INTEGER) <> {name}", target.Name, c);
            });

    /// <summary>Notes the columns whose values a rebuild converts.</summary>
    /// <param name="pending">What becomes of the columns.</param>
    /// <param name="target">The new shape.</param>
    public void Note(PendingTable pending, Table target)
        => _columns.AddRange(target.Columns.Where(c => pending.Source(c.Name) is { } source && SqliteFacets.Affinity(source.StoreType) != SqliteFacets.Affinity(c.StoreType))
            .Select(c => (target.Name, c.Name)));

    /// <summary>Follows a rename.</summary>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameTable(ObjectName from, ObjectName to) => Replace((t, c) => t == from ? (to, c) : (t, c));

    /// <summary>Follows a rename.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameColumn(ObjectName table, string from, string to) => Replace((t, c) => t == table && c == from ? (t, to) : (t, c));

    /// <summary>The statements, which fail with the name of the column that holds such values.</summary>
    /// <param name="state">The schema at the end.</param>
    public IEnumerable<SqlStatement> Statements(SchemaState state)
    {
        foreach (var (table, name) in _columns.Distinct())
        {
            if (!state.Tables.TryGetValue(table, out var owner) || owner.FindColumn(name) is not { ComputedSql: null } column || column.StoreType.Length == 0)
                continue;
            foreach (var statement in new RowGuard(owner, name, table.Name).Write($"typeof({SqlText.Quote(name)}) NOT IN ({Allowed(column)}, 'null')", table, column))
                yield return statement;
        }
    }

    private static string Allowed(Column column) => SqliteFacets.Affinity(column.StoreType) switch
    {
        "INTEGER" => "'integer'",
        "REAL" => "'real'",
        "NUMERIC" => "'integer', 'real'",
        "TEXT" => "'text'",
        _ => "'blob'",
    };

    private void Replace(System.Func<ObjectName, string, (ObjectName, string)> change)
    {
        for (var i = 0; i < _columns.Count; i++)
            _columns[i] = change(_columns[i].Table, _columns[i].Column);
    }
}
