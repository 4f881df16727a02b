using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Check constraints.</summary>
internal static class CheckReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case AddCheckConstraintOperation add:
                Add(session, session.Name(add.Schema, add.Table), add);
                return true;
            case DropCheckConstraintOperation drop:
                Drop(session, drop);
                return true;
            default:
                return false;
        }
    }

    public static void Add(ReplaySession session, ObjectName tableName, AddCheckConstraintOperation operation)
    {
        var table = session.Table(tableName.Schema, tableName.Name, $"Add check {operation.Name}");
        var name = session.ConstraintName(operation, operation.Name);
        if (name.Length > 0 && table.Checks.Any(c => c.Name == name))
            throw ReplaySession.Conflict($"Add check: table {table.Name} has {operation.Name} already.", table.Name);
        var check = new Check(name, SqlText.Normalize(operation.Sql)) { Annotations = PlainAnnotations.Read(operation) };
        session.Set(table with { Checks = table.Checks.Add(check) });
    }

    private static void Drop(ReplaySession session, DropCheckConstraintOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Drop check {operation.Name}");
        var check = UnnamedConstraints.Find(
            table.Checks, session.Traits.KeptName(operation.Name), PlainAnnotations.Text(operation, OperationAnnotations.Unnamed), c => c.Name, _ => UnnamedConstraints.CheckName(table.Name), c => c.Sql)
            ?? throw ReplaySession.Conflict($"Drop check: table {table.Name} has no {operation.Name}.", table.Name);
        session.Set(table with { Checks = table.Checks.RemoveAll(c => ReferenceEquals(c, check)) });
    }
}
