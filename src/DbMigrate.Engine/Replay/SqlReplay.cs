using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>
/// Plain SQL: triggers, views and indexes are recorded; all else is opaque. A drop of something unknown is no
/// conflict, since opaque SQL or other hands may have made it.
/// </summary>
internal static class SqlReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        if (operation is not SqlOperation sql)
            return false;
        foreach (var statement in SchemaStatement.ReadAll(sql.Sql))
        {
            if (statement.IsDrop)
                Drop(session, statement);
            else
                Create(session, statement);
        }

        return true;
    }

    private static void Create(ReplaySession session, SchemaStatement statement)
    {
        if (Exists(session, statement))
        {
            if (!statement.IsConditional)
                throw ReplaySession.Conflict($"There is {Describe(statement)} already.", statement.Name);
        }
        else if (statement.Kind == SchemaObjectKind.View)
        {
            session.Views[statement.Name] = statement.Sql;
        }
        else if (statement.Kind == SchemaObjectKind.Trigger)
        {
            session.Triggers[statement.Name] = new Trigger(statement.Name, statement.Table!.Value, statement.Sql);
        }
        else if (session.Tables.TryGetValue(statement.Table!.Value, out var table))
        {
            IndexReplay.Add(session, table, statement.Index!);
        }
    }

    private static void Drop(ReplaySession session, SchemaStatement statement)
    {
        if (statement.Kind == SchemaObjectKind.View)
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
        SchemaObjectKind.View => session.Views.ContainsKey(statement.Name) || session.Tables.ContainsKey(statement.Name),
        SchemaObjectKind.Trigger => session.Triggers.ContainsKey(statement.Name),
        _ => Owner(session, statement) is not null,
    };

    private static Table? Owner(ReplaySession session, SchemaStatement statement)
        => session.Tables.Values.FirstOrDefault(t => t.Name.Schema == statement.Name.Schema && t.Indexes.Any(i => i.Name == statement.Name.Name));

    private static string Describe(SchemaStatement statement) => $"{(statement.Kind == SchemaObjectKind.Index ? "an" : "a")} {statement.Kind.ToString().ToLowerInvariant()} {statement.Name}";
}
