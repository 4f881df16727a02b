using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Upgrades;
using DbMigrate.Protocol;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Requests;

/// <summary>Operations as people read them.</summary>
internal static class OperationDescriber
{
    private const string Suffix = "Operation";
    private const int LongestSql = 80;

    public static OperationInfo[] Describe(IEnumerable<MigrationOperation> operations, string database, UpgradeNotes upgrade)
        => [.. operations.Select(o => Describe(o, database, upgrade.Cause(o)))];

    private static OperationInfo Describe(MigrationOperation operation, string database, string cause)
    {
        var kind = Kind(operation);
        var (target, detail) = Facts(operation);
        return new OperationInfo
        {
            Database = database,
            Kind = kind,
            Object = target,
            Text = string.Join(" ", new[] { kind, target, detail }.Where(t => t.Length > 0)),
            IsDestructive = operation.IsDestructiveChange,
            Cause = cause,
        };
    }

    private static string Kind(MigrationOperation operation)
    {
        var name = operation.GetType().Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static (string Object, string Detail) Facts(MigrationOperation operation) => operation switch
    {
        AddColumnOperation o => (Name(o.Schema, o.Table, o.Name), Column(o)),
        AlterColumnOperation o => (Name(o.Schema, o.Table, o.Name), Column(o)),
        DropColumnOperation o => (Name(o.Schema, o.Table, o.Name), ""),
        RenameColumnOperation o => (Name(o.Schema, o.Table, o.Name), "to " + o.NewName),
        CreateTableOperation o => (Name(o.Schema, o.Name), $"({string.Join(", ", o.Columns.Select(c => c.Name))})"),
        AlterTableOperation o => (Name(o.Schema, o.Name), ""),
        DropTableOperation o => (Name(o.Schema, o.Name), ""),
        RenameTableOperation o => (Name(o.Schema, o.Name), "to " + Name(o.NewSchema, o.NewName ?? o.Name)),
        AddPrimaryKeyOperation o => (Name(o.Schema, o.Table), $"{o.Name} ({string.Join(", ", o.Columns)})"),
        DropPrimaryKeyOperation o => (Name(o.Schema, o.Table), o.Name),
        AddUniqueConstraintOperation o => (Name(o.Schema, o.Table), $"{o.Name} ({string.Join(", ", o.Columns)})"),
        DropUniqueConstraintOperation o => (Name(o.Schema, o.Table), o.Name),
        AddForeignKeyOperation o => (Name(o.Schema, o.Table), $"{o.Name} ({string.Join(", ", o.Columns)}) to {Name(o.PrincipalSchema, o.PrincipalTable)}"),
        DropForeignKeyOperation o => (Name(o.Schema, o.Table), o.Name),
        CreateIndexOperation o => (Name(o.Schema, o.Table), $"{o.Name} ({string.Join(", ", o.Columns)})"),
        DropIndexOperation o => (Name(o.Schema, o.Table ?? ""), o.Name),
        RenameIndexOperation o => (Name(o.Schema, o.Table ?? ""), $"{o.Name} to {o.NewName}"),
        AddCheckConstraintOperation o => (Name(o.Schema, o.Table), $"{o.Name}: {o.Sql}"),
        DropCheckConstraintOperation o => (Name(o.Schema, o.Table), o.Name),
        InsertDataOperation o => (Name(o.Schema, o.Table), Rows(o.Values.GetLength(0))),
        UpdateDataOperation o => (Name(o.Schema, o.Table), Rows(o.KeyValues.GetLength(0))),
        DeleteDataOperation o => (Name(o.Schema, o.Table), Rows(o.KeyValues.GetLength(0))),
        EnsureSchemaOperation o => (o.Name, ""),
        DropSchemaOperation o => (o.Name, ""),
        CreateSequenceOperation o => (Name(o.Schema, o.Name), ""),
        AlterSequenceOperation o => (Name(o.Schema, o.Name), ""),
        RenameSequenceOperation o => (Name(o.Schema, o.Name), "to " + Name(o.NewSchema, o.NewName ?? o.Name)),
        RestartSequenceOperation o => (Name(o.Schema, o.Name), o.StartValue is { } start ? string.Create(CultureInfo.InvariantCulture, $"with {start}") : ""),
        DropSequenceOperation o => (Name(o.Schema, o.Name), ""),
        SqlOperation o => ("", Short(o.Sql)),
        _ => ("", ""),
    };

    private static string Name(string? schema, params string[] parts)
        => string.Join(".", parts.Prepend(schema ?? "").Where(p => p.Length > 0));

    private static string Column(ColumnOperation column) => $"{column.ColumnType}{(column.IsNullable ? "" : " NOT NULL")}".Trim();

    private static string Rows(int count) => count == 1 ? "1 row" : count.ToString(CultureInfo.InvariantCulture) + " rows";

    private static string Short(string sql)
    {
        var line = string.Join(" ", sql.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSql ? line : line[..LongestSql] + "…";
    }
}
