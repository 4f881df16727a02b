using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Plain SQL: triggers, views and indexes are recorded; all else is opaque. A drop of something unknown is no
/// conflict, since opaque SQL or other hands may have made it; nor is a materialized view, which nobody compares.
/// </summary>
internal static class SqlReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        if (operation is not SqlOperation sql)
            return false;
        foreach (var statement in session.Traits.Statements(sql.Sql).Select(s => WithKnownNames(session, s)))
        {
            if (statement.IsDrop)
                Drop(session, statement);
            else
                Create(session, statement);
        }

        return true;
    }

    // People write names in any case; what they mean is what is there.
    private static SchemaStatement WithKnownNames(ReplaySession session, SchemaStatement statement)
    {
        var name = statement.Kind switch
        {
            SchemaObjectKind.View or SchemaObjectKind.MaterializedView => Known(session.Views.Keys, statement.Name),
            SchemaObjectKind.Trigger => Known(session.Triggers.Keys, statement.Name),
            _ => Known(session.Tables.Values.SelectMany(t => t.Indexes).Select(i => new ObjectName(statement.Name.Schema, i.Name)), statement.Name with { Name = session.Traits.KeptName(statement.Name.Name) }),
        };
        if (statement.Table is not { } tableName)
            return statement with { Name = name };
        tableName = Known(session.Tables.Keys.Concat(session.Views.Keys), tableName);
        var index = statement.Index;
        if (index is not null && session.Tables.TryGetValue(tableName, out var table))
            index = index with { Columns = index.Columns.Select(c => Known(table.Columns.Select(o => (ObjectName)o.Name), c).Name).ToEquatableList() };
        return statement with { Name = name, Table = tableName, Index = index };
    }

    private static ObjectName Known(IEnumerable<ObjectName> names, ObjectName name)
    {
        var alike = names.Where(n => n.Schema == name.Schema && n.Name.Equals(name.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike.Count == 1 ? alike[0] : name;
    }

    private static void Create(ReplaySession session, SchemaStatement statement)
    {
        if (Exists(session, statement))
        {
            if (!statement.IsConditional)
                throw ReplaySession.Conflict($"There is {Describe(statement)} already.", statement.Name);
        }
        else if (statement.Kind is SchemaObjectKind.View or SchemaObjectKind.MaterializedView)
        {
            session.Views[statement.Name] = session.Traits.ViewsKeepColumns ? ViewColumns.Expand(session, statement.Sql) : statement.Sql;
        }
        else if (statement.Kind == SchemaObjectKind.Trigger)
        {
            session.Triggers[statement.Name] = new Trigger(statement.Name, statement.Table!, statement.Sql) { Stored = statement.Stored };
        }
        else if (session.Tables.TryGetValue(statement.Table!, out var table))
        {
            IndexReplay.Add(session, table, statement.Index!);
        }
    }

    private static void Drop(ReplaySession session, SchemaStatement statement)
    {
        if (statement.Kind is SchemaObjectKind.View or SchemaObjectKind.MaterializedView)
        {
            session.Views.Remove(statement.Name);
            session.Triggers.RemoveRange(session.Triggers.Values.Where(t => t.Table == statement.Name).Select(t => t.Name).ToList());
        }
        else if (statement.Kind == SchemaObjectKind.Trigger)
        {
            session.Triggers.Remove(statement.Name);
        }
        else if (Owner(session, statement) is { } table)
        {
            session.Set(table with { Indexes = table.Indexes.RemoveAll(i => i.Name == statement.Name.Name) });
        }
    }

    private static bool Exists(ReplaySession session, SchemaStatement statement) => statement.Kind switch
    {
        SchemaObjectKind.MaterializedView => false,
        SchemaObjectKind.View => session.Views.ContainsKey(statement.Name) || session.Tables.ContainsKey(statement.Name),
        SchemaObjectKind.Trigger => session.Triggers.ContainsKey(statement.Name),
        _ => Owner(session, statement) is not null,
    };

    private static Table? Owner(ReplaySession session, SchemaStatement statement)
        => session.Tables.Values.FirstOrDefault(t => t.Name.Schema == statement.Name.Schema && t.Indexes.Any(i => i.Name == statement.Name.Name));

    private static string Describe(SchemaStatement statement) => $"{(statement.Kind == SchemaObjectKind.Index ? "an" : "a")} {statement.Kind.ToString().ToLowerInvariant()} {statement.Name}";
}
