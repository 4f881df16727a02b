using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Columns: add, alter, rename, drop.</summary>
internal static class ColumnReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case ColumnOperation { Name: var name } when session.Traits.SystemColumns.Contains(name):
            case DropColumnOperation { Name: var dropped } when session.Traits.SystemColumns.Contains(dropped):
                return true;
            case AddColumnOperation add:
                Add(session, add);
                return true;
            case AlterColumnOperation alter:
                Alter(session, alter);
                return true;
            case RenameColumnOperation rename:
                Rename(session, rename);
                return true;
            case DropColumnOperation drop:
                Drop(session, drop);
                return true;
            default:
                return false;
        }
    }

    private static void Add(ReplaySession session, AddColumnOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Add column {operation.Name}");
        if (table.FindColumn(operation.Name) is not null)
            throw ReplaySession.Conflict($"Add column: table {table.Name} has a column {operation.Name} already.", table.Name);
        var column = ColumnReader.Read(session.Traits, operation, table.Name);
        session.Set(table with { Columns = table.Columns.Add(column) });
        SeedReplay.ColumnAdded(session, table, column, operation);
    }

    private static void Alter(ReplaySession session, AlterColumnOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Alter column {operation.Name}");
        ReplaySession.RequireColumns(table, [operation.Name], "Alter column");
        var before = table.FindColumn(operation.Name)!;
        var now = ColumnReader.Read(session.Traits, operation, table.Name);
        now = now with { Hints = now.Hints with { Property = now.Hints.Property ?? before.Hints.Property, Json = now.Hints.Json.Count > 0 ? now.Hints.Json : before.Hints.Json } };
        session.Set(table with { Columns = table.Columns.Replace(c => c.Name == operation.Name, _ => now) });
        SeedReplay.ColumnAltered(session, table, before, now, operation);
    }

    private static void Rename(ReplaySession session, RenameColumnOperation operation)
    {
        var (from, to) = (operation.Name, operation.NewName);
        var table = session.Table(operation.Schema, operation.Table, $"Rename column {from}");
        ReplaySession.RequireColumns(table, [from], "Rename column");
        if (from == to)
            return;
        if (table.FindColumn(to) is not null)
            throw ReplaySession.Conflict($"Rename column: table {table.Name} has a column {to} already.", table.Name);
        var renamed = RenameFollower.OwnColumn(table, from, to);
        var property = PlainAnnotations.Text(operation, OperationAnnotations.Property);
        session.Set(renamed with
        {
            Columns = renamed.Columns.Replace(c => c.Name == to, c => c with { Hints = c.Hints with { Property = property } }),
            Types = TypeMaps.Follow(renamed.Types, c => c == from ? to : c),
        });
        session.ChangeAll(t => RenameFollower.PrincipalColumn(t, table.Name, from, to));
        TriggerRename.Follow(session, table, from, to);
        ViewRename.Follow(session, table, from, to);
        SeedReplay.ColumnRenamed(session, table, from, to);
    }

    private static void Drop(ReplaySession session, DropColumnOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Drop column {operation.Name}");
        ReplaySession.RequireColumns(table, [operation.Name], "Drop column");
        if (Users(table, operation.Name).FirstOrDefault() is { } user)
            throw ReplaySession.Conflict($"Drop column: {table.Name}.{operation.Name} is still used by {user}, which must be dropped before.", table.Name);
        session.Set(table with { Columns = table.Columns.RemoveAll(c => c.Name == operation.Name), Types = TypeMaps.Follow(table.Types, c => c == operation.Name ? null : c) });
        SeedReplay.ColumnDropped(session, table, operation.Name);
    }

    private static IEnumerable<string> Users(Table table, string column)
        => table.Indexes.Where(i => i.Columns.Contains(column)).Select(i => $"index {i.Name}")
            .Concat(table.ForeignKeys.Where(k => k.Columns.Contains(column)).Select(k => $"foreign key {k.Name}"))
            .Concat(table.UniqueConstraints.Where(k => k.Columns.Contains(column)).Select(k => $"unique constraint {k.Name}"))
            .Concat(table.PrimaryKey?.Columns.Contains(column) == true ? [$"primary key {table.PrimaryKey.Name}"] : []);
}
