using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Primary keys and unique constraints.</summary>
internal static class KeyReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case AddPrimaryKeyOperation add:
                AddPrimary(session, session.Name(add.Schema, add.Table), add);
                return true;
            case DropPrimaryKeyOperation drop:
                DropPrimary(session, drop);
                return true;
            case AddUniqueConstraintOperation add:
                AddUnique(session, session.Name(add.Schema, add.Table), add);
                return true;
            case DropUniqueConstraintOperation drop:
                DropUnique(session, drop);
                return true;
            default:
                return false;
        }
    }

    public static void AddPrimary(ReplaySession session, ObjectName tableName, AddPrimaryKeyOperation operation)
    {
        var table = session.Table(tableName.Schema, tableName.Name, $"Add primary key {operation.Name}");
        if (table.PrimaryKey is { } key)
            throw ReplaySession.Conflict($"Add primary key {operation.Name}: table {table.Name} has primary key {key.Name} already.", table.Name);
        ReplaySession.RequireColumns(table, operation.Columns, $"Add primary key {operation.Name}");
        var now = new Key(session.ConstraintName(operation, operation.Name), operation.Columns.ToEquatableList()) { Annotations = PlainAnnotations.Read(operation) };
        session.Set(table with { PrimaryKey = now });
        SeedReplay.KeyChanged(session, table, null, now);
    }

    public static void AddUnique(ReplaySession session, ObjectName tableName, AddUniqueConstraintOperation operation)
    {
        var table = session.Table(tableName.Schema, tableName.Name, $"Add unique constraint {operation.Name}");
        var name = session.ConstraintName(operation, operation.Name);
        if (name.Length > 0 && table.UniqueConstraints.Any(k => k.Name == name))
            throw ReplaySession.Conflict($"Add unique constraint: table {table.Name} has {operation.Name} already.", table.Name);
        ReplaySession.RequireColumns(table, operation.Columns, $"Add unique constraint {operation.Name}");
        var key = new Key(name, operation.Columns.ToEquatableList()) { Annotations = PlainAnnotations.Read(operation) };
        session.Set(table with { UniqueConstraints = table.UniqueConstraints.Add(key) });
    }

    private static void DropPrimary(ReplaySession session, DropPrimaryKeyOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Drop primary key {operation.Name}");

        // A database may keep a primary key without a name.
        if (table.PrimaryKey is not { } key || (key.Name.Length > 0 && !string.IsNullOrEmpty(operation.Name) && key.Name != session.Traits.KeptName(operation.Name)))
            throw ReplaySession.Conflict($"Drop primary key: table {table.Name} has no primary key {operation.Name}.", table.Name);
        session.Set(table with { PrimaryKey = null });
        SeedReplay.KeyChanged(session, table, key, null);
    }

    private static void DropUnique(ReplaySession session, DropUniqueConstraintOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Drop unique constraint {operation.Name}");
        var key = UnnamedConstraints.Find(
            table.UniqueConstraints, session.Traits.KeptName(operation.Name), PlainAnnotations.Text(operation, OperationAnnotations.Unnamed), k => k.Name, k => UnnamedConstraints.Name(table.Name, k), UnnamedConstraints.Describe)
            ?? throw ReplaySession.Conflict($"Drop unique constraint: table {table.Name} has no {operation.Name}.", table.Name);
        session.Set(table with { UniqueConstraints = table.UniqueConstraints.RemoveAll(k => ReferenceEquals(k, key)) });
    }
}
