using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// A table whose changes are gathered: one that is still to be created, one that native <c>ALTER</c>s will change,
/// or one that will be rebuilt.
/// </summary>
internal sealed class PendingTable
{
    private readonly Dictionary<string, string> _sources = [];
    private readonly Dictionary<string, string> _fills = [];
    private List<SqlStatement>? _native = [];

    /// <summary>Starts to gather.</summary>
    /// <param name="order">Its place among the others.</param>
    /// <param name="physical">The table as the database has it; null for one to create.</param>
    public PendingTable(int order, Table? physical)
    {
        Order = order;
        Physical = physical;
        foreach (var column in physical?.Columns ?? [])
            _sources[column.Name] = column.Name;
    }

    /// <summary>Its place among the others.</summary>
    public int Order { get; }

    /// <summary>The table as the database has it; null for one to create.</summary>
    public Table? Physical { get; set; }

    /// <summary>The statements that do it all without a rebuild; null where a rebuild is needed.</summary>
    public IReadOnlyList<SqlStatement>? Native => _native;

    /// <summary>Whether nothing but drops was gathered, so that a rename may come in between.</summary>
    public bool HasOnlyDrops { get; private set; } = true;

    /// <summary>Adds a statement, where no rebuild does its work.</summary>
    /// <param name="statement">The statement.</param>
    public void Add(SqlStatement statement) => _native?.Add(statement);

    /// <summary>Notes that there is no way around a rebuild.</summary>
    /// <param name="isDrop">Whether because of something dropped.</param>
    public void RequireRebuild(bool isDrop)
    {
        _native = null;
        HasOnlyDrops &= isDrop;
    }

    /// <summary>Notes a new column: its rows' values come from the fill, else from its default.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="fill">An expression over the table's columns, or null.</param>
    public void AddColumn(string column, string? fill)
    {
        DropColumn(column);
        HasOnlyDrops = false;
        Fill(column, fill);
    }

    /// <summary>Notes a value for the rows that have none.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="fill">An expression over the table's columns, or null.</param>
    public void Fill(string column, string? fill)
    {
        if (fill is not null)
            _fills[column] = fill;
    }

    /// <summary>Whether what is noted for rows reads another table.</summary>
    /// <param name="table">That table.</param>
    public bool Reads(ObjectName table) => _fills.Values.Any(f => SqlMentions.Any(f, [table.Name]));

    /// <summary>Notes that a column goes, and what was noted for it.</summary>
    /// <param name="column">The column's name.</param>
    public void DropColumn(string column)
    {
        _sources.Remove(column);
        _fills.Remove(column);
    }

    /// <summary>Follows a rename that the database has done.</summary>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameColumn(string from, string to)
    {
        Physical = RenameFollower.OwnColumn(Physical!, from, to);
        if (_sources.Remove(from))
            _sources[to] = to;
    }

    /// <summary>Forgets an index that the database has dropped.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>False where the database never had it.</returns>
    public bool DropIndex(string name)
    {
        if (Physical?.Indexes.Any(i => i.Name == name) != true)
            return false;
        Physical = Physical with { Indexes = Physical.Indexes.RemoveAll(i => i.Name == name) };
        return true;
    }

    /// <summary>The database's column behind a column of the target, or null.</summary>
    /// <param name="column">The target's column.</param>
    public Column? Source(string column) => _sources.TryGetValue(column, out var source) ? Physical?.FindColumn(source) : null;

    /// <summary>The value noted for rows that have none, or null.</summary>
    /// <param name="column">The target's column.</param>
    public string? FillOf(string column) => _fills.GetValueOrDefault(column);
}
