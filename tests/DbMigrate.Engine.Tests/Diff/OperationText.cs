using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Operations in one short line each.</summary>
internal static class OperationText
{
    public static string Of(MigrationOperation operation) => operation switch
    {
        CreateTableOperation o => $"CreateTable {Name(o.Schema, o.Name)}" + (o.ForeignKeys.Count == 0 ? "" : " -> " + string.Join(", ", o.ForeignKeys.Select(k => k.PrincipalTable))),
        DropTableOperation o => $"DropTable {Name(o.Schema, o.Name)}",
        RenameTableOperation o => $"RenameTable {Name(o.Schema, o.Name)} {Name(o.NewSchema, o.NewName!)}",
        AlterTableOperation o => $"AlterTable {o.Name}",
        AddColumnOperation o => $"AddColumn {o.Table}.{o.Name}{Fill(o)}",
        AlterColumnOperation o => $"AlterColumn {o.Table}.{o.Name}{Fill(o)}{(o.IsDestructiveChange ? " !" : "")}",
        DropColumnOperation o => $"DropColumn {o.Table}.{o.Name}",
        RenameColumnOperation o => $"RenameColumn {o.Table}.{o.Name} {o.NewName}",
        AddPrimaryKeyOperation o => $"AddPrimaryKey {o.Name}",
        DropPrimaryKeyOperation o => $"DropPrimaryKey {o.Name}",
        AddUniqueConstraintOperation o => $"AddUnique {o.Name}",
        DropUniqueConstraintOperation o => $"DropUnique {o.Name}",
        AddForeignKeyOperation o => $"AddForeignKey {o.Name}",
        DropForeignKeyOperation o => $"DropForeignKey {o.Name}",
        AddCheckConstraintOperation o => $"AddCheck {o.Name}",
        DropCheckConstraintOperation o => $"DropCheck {o.Name}",
        CreateIndexOperation o => $"CreateIndex {o.Name}",
        DropIndexOperation o => $"DropIndex {o.Name}",
        RenameIndexOperation o => $"RenameIndex {o.Name} {o.NewName}",
        InsertDataOperation o => $"InsertData {o.Table} {Rows(o.Columns, o.Values)}",
        UpdateDataOperation o => $"UpdateData {o.Table} {Rows(o.KeyColumns, o.KeyValues)}: {Rows(o.Columns, o.Values)}",
        DeleteDataOperation o => $"DeleteData {o.Table} {Rows(o.KeyColumns, o.KeyValues)}",
        SqlOperation o => o.Sql,
        CreateSequenceOperation o => $"CreateSequence {Name(o.Schema, o.Name)}",
        DropSequenceOperation o => $"DropSequence {Name(o.Schema, o.Name)}",
        AlterSequenceOperation o => $"AlterSequence {Name(o.Schema, o.Name)}{(o[OperationAnnotations.SequenceType] is { } type ? " to " + type : "")}",
        RenameSequenceOperation o => $"RenameSequence {Name(o.Schema, o.Name)} {Name(o.NewSchema, o.NewName!)}",
        RestartSequenceOperation o => $"RestartSequence {Name(o.Schema, o.Name)} {o.StartValue}",
        EnsureSchemaOperation o => $"EnsureSchema {o.Name}",
        DropSchemaOperation o => $"DropSchema {o.Name}",
        AlterDatabaseOperation => "AlterDatabase",
        _ => throw new NotSupportedException(operation.GetType().Name),
    };

    private static string Name(string? schema, string name) => schema is null ? name : schema + "." + name;

    private static string Fill(ColumnOperation operation)
        => operation.FindAnnotation(OperationAnnotations.Fill) is null ? "" : $" fill {operation.DefaultValue ?? operation.DefaultValueSql}";

    private static string Rows(string[] columns, object?[,] values)
        => string.Join(" ", Enumerable.Range(0, values.GetLength(0)).Select(r => "(" + string.Join(", ", Row(columns, values, r)) + ")"));

    private static IEnumerable<string> Row(string[] columns, object?[,] values, int row) => columns.Select((c, i) => $"{c}={values[row, i] ?? "NULL"}");
}
