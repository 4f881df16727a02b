using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Foreign keys. A principal table that is not in the schema (EF excludes it, or another tool keeps it) is taken as it is named.</summary>
internal static class ForeignKeyReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case AddForeignKeyOperation add:
                Add(session, session.Name(add.Schema, add.Table), add);
                return true;
            case DropForeignKeyOperation drop:
                Drop(session, drop);
                return true;
            default:
                return false;
        }
    }

    public static void Add(ReplaySession session, ObjectName tableName, AddForeignKeyOperation operation)
    {
        var purpose = $"Add foreign key {operation.Name}";
        var table = session.Table(tableName.Schema, tableName.Name, purpose);
        var name = session.ConstraintName(operation, operation.Name);
        if (name.Length > 0 && table.ForeignKeys.Any(k => k.Name == name))
            throw ReplaySession.Conflict($"{purpose}: table {table.Name} has it already.", table.Name);
        ReplaySession.RequireColumns(table, operation.Columns, purpose);
        var principal = session.Name(operation.PrincipalSchema, operation.PrincipalTable);
        var columns = (operation.PrincipalColumns ?? []).ToEquatableList();
        if (session.Tables.TryGetValue(principal, out var principalTable))
        {
            ReplaySession.RequireColumns(principalTable, columns, purpose);
            columns = columns.Count > 0 ? columns : principalTable.PrimaryKey?.Columns ?? columns;
        }

        var key = new ForeignKey(name, operation.Columns.ToEquatableList(), principal, columns)
        {
            OnDelete = operation.OnDelete,
            OnUpdate = operation.OnUpdate,
            Annotations = PlainAnnotations.Read(operation),
        };
        session.Set(table with { ForeignKeys = table.ForeignKeys.Add(key) });
        if (columns.Count == 0)
            session.ResolveLater(table.Name, key);
    }

    /// <summary>Spells out a primary key that a foreign key implies, once its table is there.</summary>
    public static void ResolvePrincipal(ReplaySession session, ObjectName tableName, ForeignKey key)
    {
        if (!session.Tables.TryGetValue(tableName, out var table) || !table.ForeignKeys.Contains(key))
            return;
        if (!session.Tables.TryGetValue(key.PrincipalTable, out var principal) || principal.PrimaryKey is null)
            throw ReplaySession.Conflict($"Add foreign key {key.Name}: {key.PrincipalTable} has no primary key that it could mean.", tableName);
        session.Set(table with { ForeignKeys = table.ForeignKeys.Replace(k => k.Equals(key), k => k with { PrincipalColumns = principal.PrimaryKey.Columns }) });
    }

    private static void Drop(ReplaySession session, DropForeignKeyOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Drop foreign key {operation.Name}");
        var key = UnnamedConstraints.Find(
            table.ForeignKeys, session.Traits.KeptName(operation.Name), PlainAnnotations.Text(operation, OperationAnnotations.Unnamed), k => k.Name, k => UnnamedConstraints.Name(table.Name, k), UnnamedConstraints.Describe)
            ?? throw ReplaySession.Conflict($"Drop foreign key: table {table.Name} has no {operation.Name}.", table.Name);
        session.Set(table with { ForeignKeys = table.ForeignKeys.RemoveAll(k => ReferenceEquals(k, key)) });
    }
}
