using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Matrix;

/// <summary>A change for which a table is rebuilt.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Apply">Its operations, for a table as it is.</param>
/// <param name="Columns">The columns whose values it changes or that it adds or drops.</param>
internal sealed record Change(string Name, Action<MigrationBuilder, Table> Apply, params string[] Columns)
{
    /// <summary>The new name of the table.</summary>
    public string Table { get; init; } = "T";

    /// <summary>The new name of <c>OpText</c>.</summary>
    public string Text { get; init; } = "OpText";

    public static IReadOnlyList<Change> All { get; } =
    [
        new("a column's type", (m, _) => m.AlterColumn<double>("OpInt", "T", "REAL", nullable: true, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true), "OpInt", "OpComp"),
        new("a column becomes required", (m, _) => m.AlterColumn<string>("OpText", "T", "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true).Annotation("DbMigrate:Fill", true), "OpText"),
        new("a column becomes optional", (m, _) => m.AlterColumn<string>("OpReq", "T", "TEXT", nullable: true, oldClrType: typeof(string), oldType: "TEXT")),
        new("a column's default", (m, _) => m.AlterColumn<string>("OpText", "T", "TEXT", nullable: true, defaultValue: "it's", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true)),
        new("a column's collation", (m, _) => m.AlterColumn<string>("OpText", "T", "TEXT", nullable: true, collation: "NOCASE", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true)),
        new("a column goes that SQLite cannot drop", (m, _) =>
        {
            m.DropUniqueConstraint("AK_Op", "T");
            m.DropColumn("OpUnique", "T");
        }, "OpUnique"),
        new("a column comes whose default is an expression", (m, _) => m.AddColumn<string>("OpNew", "T", "TEXT", nullable: false, defaultValueSql: "lower('A')"), "OpNew"),
        new("a stored column comes", (m, _) => m.AddColumn<int>("OpNew", "T", "INTEGER", nullable: true, computedColumnSql: "OpInt + 1", stored: true), "OpNew"),
        new("a computed column's expression", (m, _) => m.AlterColumn<int>("OpComp", "T", "INTEGER", nullable: true, computedColumnSql: "OpInt * 3", oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true), "OpComp"),
        new("a foreign key comes", (m, _) => m.AddForeignKey("FK_New", "T", "OpRef", "P", principalColumn: "Id", onDelete: ReferentialAction.SetNull)),
        new("a foreign key goes", (m, _) => m.DropForeignKey("FK_Op", "T")),
        new("a check comes", (m, _) => m.AddCheckConstraint("CK_New", "T", "OpInt >= 0")),
        new("a check goes", (m, _) => m.DropCheckConstraint("CK_Op", "T")),
        new("a unique constraint comes", (m, _) => m.AddUniqueConstraint("AK_New", "T", ["OpInt", "OpUnique"])),
        new("a unique constraint goes", (m, _) => m.DropUniqueConstraint("AK_Op", "T")),
        new("another primary key", (m, table) =>
        {
            if (table.PrimaryKey is { } key)
                m.DropPrimaryKey(key.Name.Length == 0 ? "PK_T" : key.Name, "T");
            var add = m.AddPrimaryKey("PK_New", "T", table.PrimaryKey is null ? ["OpReq"] : [.. table.PrimaryKey.Columns]);
            foreach (var annotation in table.PrimaryKey?.Annotations.Items ?? [])
                add.Annotation(annotation.Key, annotation.Value!);
        }),
        new("a column's comment", (m, _) => m.AlterColumn<string>("OpText", "T", "TEXT", nullable: true, comment: "one\ntwo", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true)),
        new("the table's comment", (m, _) => m.AlterTable("T", comment: "What we keep")),
        new("a column's name, and more", (m, _) =>
        {
            m.RenameColumn("OpText", "T", "Op Text");
            m.AddCheckConstraint("CK_New", "T", "OpInt >= 0");
        }) { Text = "\"Op Text\"" },
        new("the table's name, and more", (m, _) =>
        {
            m.RenameTable("T", newName: "T 2");
            m.AddCheckConstraint("CK_New", "T 2", "OpInt >= 0");
        }) { Table = "T 2" },
        new("many things at once", (m, _) =>
        {
            m.DropCheckConstraint("CK_Op", "T");
            m.DropForeignKey("FK_Op", "T");
            m.AddColumn<string>("OpNew", "T", "TEXT", nullable: true, defaultValueSql: "\"OpReq\" || '!'").Annotation("DbMigrate:Fill", true);
            m.AlterColumn<long>("OpRef", "T", "INTEGER", nullable: false, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true);
            m.CreateIndex("IX_New", "T", "OpNew");
            m.DropIndex("IX_New", "T");
        }, "OpNew"),
        new("things with SQL between", (m, _) =>
        {
            m.AddColumn<string>("OpNew", "T", "TEXT", nullable: false, defaultValueSql: "lower('A')");
            m.Sql("UPDATE T SET OpNew = OpReq || '!'");
            m.AddCheckConstraint("CK_New", "T", "OpNew <> ''");
        }, "OpNew"),
    ];
}
