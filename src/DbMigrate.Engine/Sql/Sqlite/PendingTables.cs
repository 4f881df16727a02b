using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Gathers the changes of tables until a statement must see them, so that several changes to one table are one
/// rebuild and a table is created with all that is added to it.
/// </summary>
internal sealed class PendingTables(List<SqlStatement> statements, StoredTables stored)
{
    private readonly Dictionary<ObjectName, PendingTable> _pending = [];
    private readonly HashSet<string> _changedBySql = new(StringComparer.OrdinalIgnoreCase);
    private int _order;

    /// <summary>What rebuilds have converted.</summary>
    public ConversionGuards Guards { get; } = new();

    /// <summary>Whether a rebuild was written.</summary>
    public bool HasRebuild { get; private set; }

    /// <summary>What is gathered for a table, or null.</summary>
    /// <param name="name">The table's name.</param>
    public PendingTable? Find(ObjectName name) => _pending.GetValueOrDefault(name);

    /// <summary>What is gathered for a table; starts to gather where nothing is.</summary>
    /// <param name="table">The table as the database has it.</param>
    public PendingTable Start(Table table)
        => Find(table.Name) ?? (_pending[table.Name] = new(_order++, table));

    /// <summary>Gathers for a table that is to be created.</summary>
    /// <param name="name">Its name.</param>
    public void StartCreation(ObjectName name) => _pending[name] = new(_order++, null);

    /// <summary>Forgets what was gathered for a table.</summary>
    /// <param name="name">Its name.</param>
    public void Discard(ObjectName name) => _pending.Remove(name);

    /// <summary>Follows a rename that the database has done.</summary>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameTable(ObjectName from, ObjectName to)
    {
        Guards.RenameTable(from, to);
        stored.RenameTable(from, to);
        if (_pending.Remove(from, out var own))
        {
            _pending[to] = own;
            own.Physical = RenameFollower.OwnTable(own.Physical!, from, to, null);
        }

        foreach (var pending in _pending.Values.Where(p => p.Physical is not null))
        {
            pending.Physical = pending.Physical! with
            {
                ForeignKeys = pending.Physical.ForeignKeys.Replace(k => k.PrincipalTable == from, k => k with { PrincipalTable = to }),
            };
        }
    }

    /// <summary>Follows a rename that the database has done.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameColumn(ObjectName table, string from, string to)
    {
        Guards.RenameColumn(table, from, to);
        stored.RenameColumn(table, from, to);
        Find(table)?.RenameColumn(from, to);
    }

    /// <summary>Whether a foreign key that the database still has points to a table, from itself or another.</summary>
    /// <param name="state">The schema.</param>
    /// <param name="name">The table's name.</param>
    public bool IsReferenced(SchemaState state, ObjectName name)
        => state.Tables.Values.Select(t => Find(t.Name) is { } pending ? pending.Physical : t)
            .Any(t => t?.ForeignKeys.Any(k => k.PrincipalTable == name) == true);

    /// <summary>Notes the tables whose shape is not known any more because plain SQL changed it.</summary>
    /// <param name="sql">The SQL.</param>
    public void NoteSql(string sql) => _changedBySql.UnionWith(SqlStatements.Split(sql).Select(ChangedTable).OfType<string>());

    /// <summary>Writes everything that is gathered.</summary>
    /// <param name="state">The schema with it.</param>
    public void FlushAll(SchemaState state) => Flush(state, _ => true);

    /// <summary>Writes the tables to create: <c>ALTER TABLE</c> reads the whole schema and fails where a view's table is not there.</summary>
    /// <param name="state">The schema with them.</param>
    public void FlushCreations(SchemaState state) => Flush(state, p => p.Physical is null);

    /// <summary>Writes what is gathered for one table.</summary>
    /// <param name="state">The schema with it.</param>
    /// <param name="name">The table's name.</param>
    public void Flush(SchemaState state, ObjectName name)
    {
        if (Find(name) is { } pending)
            Flush(state, p => p == pending);
    }

    /// <summary>Writes the other tables whose rows get values from one that loses something.</summary>
    /// <param name="state">The schema with them.</param>
    /// <param name="name">The table's name.</param>
    public void FlushReaders(SchemaState state, ObjectName name) => Flush(state, p => p != Find(name) && p.Reads(name));

    private void Flush(SchemaState state, Func<PendingTable, bool> which)
    {
        foreach (var (name, pending) in _pending.Where(p => which(p.Value)).OrderBy(p => p.Value.Order).ToList())
        {
            _pending.Remove(name);
            var target = state.Tables[name];
            if (pending.Physical is null)
            {
                statements.Add(new(stored.Create(target, state), "CreateTable " + name));
                statements.AddRange(target.Indexes.Select(i => new SqlStatement(TableText.Create(name.Name, i), "CreateIndex " + i.Name)));
            }
            else if (pending.Native is { } native)
            {
                statements.AddRange(native);
                stored.Change(target, state, c => pending.Source(c)?.Name == c);
            }
            else
            {
                if (_changedBySql.Contains(name.Name))
                    throw ChangedShape(name);
                var text = stored.Change(target, state, c => pending.Source(c)?.Name == c);
                statements.AddRange(new TableRebuild(pending, target, state, text).Statements());
                Guards.Note(pending, target);
                HasRebuild = true;
            }
        }
    }

    private static string? ChangedTable(string statement)
    {
        var cursor = new SqlCursor(statement);
        if (!cursor.TakeIf("ALTER", "TABLE") && !cursor.TakeIf("CREATE", "TABLE") && !cursor.TakeIf("DROP", "TABLE"))
            return null;
        _ = cursor.TakeIf("IF", "NOT", "EXISTS") || cursor.TakeIf("IF", "EXISTS");
        return cursor.Current.IsName ? cursor.Take().Name : null;
    }

    // The rebuild would be from the shape before that SQL, and lose what it added.
    private static DbMigrateException ChangedShape(ObjectName table)
        => ErrorCatalogue.NotSupportedByProvider.Error(
            $"Table {table} must be rebuilt after SQL of the same revision has changed it by CREATE, ALTER or DROP TABLE.",
            table.ToString(),
            "Move that SQL to a revision of its own before this one.");
}
