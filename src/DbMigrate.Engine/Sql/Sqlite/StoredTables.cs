using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>The texts that the database keeps for its tables while a script runs; those that are not known are written anew.</summary>
/// <param name="before">What the database has before the script.</param>
internal sealed class StoredTables(SchemaState before)
{
    // Only those that the script has touched. The text of a new table is read when somebody asks, which is hardly ever.
    private readonly Dictionary<ObjectName, Lazy<StoredTable?>> _touched = [];

    /// <summary>The text of a table with another definition.</summary>
    /// <param name="after">The definition.</param>
    /// <param name="state">The schema with it.</param>
    /// <param name="isKept">Whether a column of the table before is the one of that name after.</param>
    /// <returns>Its text, from the one before where that is known.</returns>
    public string Change(Table after, SchemaState state, Func<string, bool> isKept)
    {
        if (Find(after.Name) is { } stored && StoredTable.Read(new TablePatch(stored, after).Write(isKept), after, state) is { } patched)
        {
            Touch(after.Name, patched);
            return patched.Layout.Sql;
        }

        return Create(after, state);
    }

    /// <summary>The text of a table that is new.</summary>
    /// <param name="table">The table.</param>
    /// <param name="state">The schema with it.</param>
    public string Create(Table table, SchemaState state)
    {
        var sql = TableText.Create(table, table.Name.Name);
        _touched[table.Name] = new(() => StoredTable.Read(sql, table, state));
        return sql;
    }

    /// <summary>Forgets a table.</summary>
    /// <param name="name">Its name.</param>
    public void Drop(ObjectName name) => Touch(name, null);

    /// <summary>Follows a rename that the database has done.</summary>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameTable(ObjectName from, ObjectName to)
    {
        foreach (var name in Names(t => t.Name == from || t.ForeignKeys.Any(k => k.PrincipalTable == from)))
            Follow(name, t => RenameFollower.Table(RenameFollower.OwnTable(t, from, to, null), from, to));
        Touch(to, Find(from));
        Drop(from);
    }

    /// <summary>Follows a rename that the database has done.</summary>
    /// <param name="table">The table.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    public void RenameColumn(ObjectName table, string from, string to)
    {
        foreach (var name in Names(t => t.Name == table || t.ForeignKeys.Any(k => k.PrincipalTable == table)))
            Follow(name, t => RenameFollower.PrincipalColumn(name == table ? RenameFollower.OwnColumn(t, from, to) : t, table, from, to));
    }

    /// <summary>The schema with the texts.</summary>
    /// <param name="state">The schema at the script's end.</param>
    public SchemaState AddTo(SchemaState state)
    {
        var texts = _touched.Where(t => state.Tables.ContainsKey(t.Key))
            .Select(t => KeyValuePair.Create(t.Key, state.Tables[t.Key] with { Stored = t.Value.Value is { } stored && stored.Written == stored.Followed ? stored.Layout.Sql : null }))
            .ToList();

        // A table is equal with and without its text, so that setting it in place would change nothing.
        return state with { Tables = state.Tables.RemoveRange(texts.Select(t => t.Key)).AddRange(texts) };
    }

    private StoredTable? Find(ObjectName name)
    {
        if (_touched.TryGetValue(name, out var touched))
            return touched.Value;
        return before.Tables.GetValueOrDefault(name) is { Stored.Sql: { } sql } table ? StoredTable.Read(sql, table, before) : null;
    }

    private void Touch(ObjectName name, StoredTable? stored) => _touched[name] = new(stored);

    private List<ObjectName> Names(Func<Table, bool> which)
        => [.. before.Tables.Values.Where(t => !_touched.ContainsKey(t.Name)).Concat(_touched.Values.Select(t => t.Value).OfType<StoredTable>().Select(s => s.Followed)).Where(which).Select(t => t.Name)];

    private void Follow(ObjectName name, Func<Table, Table> change)
    {
        if (Find(name) is { } stored)
            Touch(name, stored with { Followed = change(stored.Followed) });
    }
}
