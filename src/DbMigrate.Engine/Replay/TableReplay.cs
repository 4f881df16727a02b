using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Tables: create, drop, rename, comment and options.</summary>
internal static class TableReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                Create(session, create);
                return true;
            case DropTableOperation drop:
                Drop(session, session.Table(drop.Schema, drop.Name, "Drop table"));
                return true;
            case RenameTableOperation rename:
                Rename(session, rename);
                return true;
            case AlterTableOperation alter:
                Alter(session, alter);
                return true;
            default:
                return false;
        }
    }

    private static void Create(ReplaySession session, CreateTableOperation operation)
    {
        var name = session.Name(operation.Schema, operation.Name);
        if (session.Tables.ContainsKey(name))
            throw ReplaySession.Conflict($"Create table: there is a table {name} already.", name);
        if (session.Views.ContainsKey(name))
            throw ReplaySession.Conflict($"Create table: there is a view {name} already.", name);
        var columns = operation.Columns.Where(c => !session.Traits.SystemColumns.Contains(c.Name)).Select(c => ColumnReader.Read(session.Traits, c, name)).ToEquatableList();
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw ReplaySession.Conflict($"Create table: {name} has column {twice.Key} twice.", name);
        session.Set(new Table
        {
            Name = name,
            Columns = columns,
            Comment = ColumnReader.Comment(operation.Comment),
            Annotations = PlainAnnotations.Read(operation),
            Entity = PlainAnnotations.Text(operation, OperationAnnotations.Entity),
            Types = PlainAnnotations.Types(operation) ?? [],
        });
        if (operation.PrimaryKey is { } key)
            KeyReplay.AddPrimary(session, name, key);
        foreach (var unique in operation.UniqueConstraints)
            KeyReplay.AddUnique(session, name, unique);
        foreach (var check in operation.CheckConstraints)
            CheckReplay.Add(session, name, check);
        foreach (var foreignKey in operation.ForeignKeys)
            ForeignKeyReplay.Add(session, name, foreignKey);
    }

    private static void Drop(ReplaySession session, Table table)
    {
        session.DropSeeds(table.Name);
        session.Tables.Remove(table.Name);
        session.Triggers.RemoveRange(session.Triggers.Values.Where(t => t.Table == table.Name).Select(t => t.Name).ToList());
    }

    private static void Rename(ReplaySession session, RenameTableOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Name, "Rename table");
        var name = session.Name(operation.NewSchema, operation.NewName ?? operation.Name);
        if (name == table.Name)
            return;
        if (session.Tables.ContainsKey(name) || session.Views.ContainsKey(name))
            throw ReplaySession.Conflict($"Rename table {table.Name}: there is a {name} already.", name);
        session.Tables.Remove(table.Name);
        session.MoveSeeds(table.Name, name);
        session.Set(RenameFollower.OwnTable(table, table.Name, name, session.Traits.DefaultSchema) with { Entity = PlainAnnotations.Text(operation, OperationAnnotations.Entity) ?? table.Entity });
        session.ChangeAll(t => RenameFollower.Table(t, table.Name, name));
        RenameFollower.Texts(session, table.Name, name);
    }

    private static void Alter(ReplaySession session, AlterTableOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Name, "Alter table");
        session.Set(table with
        {
            Comment = ColumnReader.Comment(operation.Comment),
            Annotations = PlainAnnotations.Change(table.Annotations, operation.OldTable, operation),
            Entity = PlainAnnotations.Text(operation, OperationAnnotations.Entity) ?? table.Entity,
            Types = PlainAnnotations.Types(operation) ?? table.Types,
        });
    }
}
