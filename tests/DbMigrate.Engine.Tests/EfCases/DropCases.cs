using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 39 to 48: columns that go, names that are taken over, keys that are replaced.</summary>
internal static class DropCases
{
    private static readonly Action<ModelBuilder> Both = Db(T(e => { e.Text("A"); e.Text("B"); }));
    private static readonly string[] TwoRows = ["INSERT INTO \"T\" (\"Id\", \"A\", \"B\") VALUES (1, 'a1', 'b1'), (2, 'a2', 'b2')"];

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("39 drop", Both, Db(T(e => e.Text("B"))), "DropColumn T.A"),
        new("39 drop the column of the key", Db(T(e => e.Int("A"))), Db(Bare("T", e => { e.Int("A"); e.HasNoKey(); })), "DropPrimaryKey PK_T", "DropColumn T.Id"),
        new("39 drop a computed column before what it reads", Db(T(e => { e.Int("X"); e.Int("Y").HasComputedColumnSql("\"X\" + 1", stored: true); })), Db(T(_ => { })), "DropColumn T.Y", "DropColumn T.X"),
        new("40 B becomes A", Both, Db(T(e => e.Text("A"))), "DropColumn T.A", "RenameColumn T.B A")
        {
            Insert = TwoRows,
            Decisions = Rename(("T.A", null), ("T.B", "A")),
            Then = [new("SELECT \"A\" FROM \"T\" ORDER BY \"Id\"", "b1", "b2")],
            Back = [new("SELECT \"A\", \"B\" FROM \"T\" ORDER BY \"Id\"", "|b1", "|b2") { On = Databases.Postgres }, new("SELECT \"A\", \"B\" FROM \"T\" ORDER BY \"Id\"", "NULL|b1", "NULL|b2") { On = Databases.Sqlite }],
        },
        new("41 B becomes A and another B comes", Both, Db(T(e => { e.Text("A"); e.Number("B"); })), "DropColumn T.A", "RenameColumn T.B A", "AddColumn T.B")
        {
            Insert = TwoRows,
            Decisions = Rename(("T.A", null), ("T.B", "A")),
            Then = [new("SELECT \"A\" FROM \"T\" WHERE \"B\" IS NULL ORDER BY \"Id\"", "b1", "b2")],
        },
        new("42 B becomes A under a unique index",
            Db(T(e => { e.Text("A"); e.Text("B"); e.HasIndex("A").IsUnique(); })), Db(T(e => { e.Text("A"); e.HasIndex("A").IsUnique(); })),
            "DropIndex IX_T_A", "DropColumn T.A", "RenameColumn T.B A", "CreateIndex IX_T_A")
        {
            Insert = TwoRows,
            Decisions = Rename(("T.A", null), ("T.B", "A")),
            Then = [new("SELECT \"A\" FROM \"T\" ORDER BY \"Id\"", "b1", "b2")],
        },
        new("43 A goes and another A comes", Both, Db(T(e => { e.Text("A").IsRequired().HasDefaultValue("x"); e.Text("B"); })), "DropColumn T.A", "AddColumn T.A")
        {
            Insert = TwoRows,
            Decisions = Rename(("T.A", null)),
            Then = [new("SELECT \"A\", \"B\" FROM \"T\" ORDER BY \"Id\"", "x|b1", "x|b2")],
        },
        new("44 A goes and another A comes with an index", Both, Db(T(e => { e.Text("A").IsRequired().HasDefaultValue("x"); e.Text("B"); e.HasIndex("A"); })), "DropColumn T.A", "AddColumn T.A", "CreateIndex IX_T_A")
        {
            Insert = TwoRows,
            Decisions = Rename(("T.A", null)),
            Then = [new("SELECT \"A\", \"B\" FROM \"T\" ORDER BY \"Id\"", "x|b1", "x|b2")],
        },
        new("45 drop under the old name of the table", Db(T(e => { e.Text("A"); e.Text("B"); })), Db(T(e => { e.ToTable("U"); e.Text("B"); e.HasKey("Id").HasName("PK_T"); })), "DropColumn T.A", "RenameTable T U")
        {
            Decisions = Rename(("T", "U")),
        },
        new("46 columns keep their order", Db(T(e => { e.Text("B").HasColumnOrder(1); e.Text("A").HasColumnOrder(2); })), Db(T(e => { e.Text("B").IsRequired().HasColumnOrder(1); e.Text("A").HasColumnOrder(2); })), "AlterColumn T.B fill - !")
        {
            Decisions = Fill(("T.B", "-")),
            Then =
            [
                new("SELECT name FROM pragma_table_info('T') ORDER BY cid", "B", "A", "Id") { On = Databases.Sqlite },
                new("SELECT column_name FROM information_schema.columns WHERE table_name = 'T' ORDER BY ordinal_position", "B", "A", "Id") { On = Databases.Postgres },
            ],
        },
        new("47 a number replaces a text as the key",
            Db(Bare("T", e => { e.Text("Code").IsRequired(); e.Text("Name"); e.HasKey("Code"); })),
            Db(T(e => { e.Text("Code").IsRequired(); e.Text("Name"); e.HasIndex("Code").IsUnique(); })),
            "DropPrimaryKey PK_T", "AddColumn T.Id", "AddPrimaryKey PK_T", "CreateIndex IX_T_Code")
        {
            Then = [new("SELECT count(DISTINCT \"Id\"), min(\"Id\"), max(\"Id\") FROM \"T\"", "3|1|3")],
        },
        new("48 the key is not numbered any more", Db(T(e => e.Text("A"))), Db(T(e => { e.Int("Id").ValueGeneratedNever(); e.Text("A"); })), "AlterColumn T.Id"),
        new("48 the key is numbered", Db(T(e => { e.Int("Id").ValueGeneratedNever(); e.Text("A"); })), Db(T(e => e.Text("A"))), "AlterColumn T.Id"),
        new("48 a key behind a converter", Db(Bare("T", e => { e.Property<Number>("Id").HasConversion(n => n.Value, v => new Number(v)); e.HasKey("Id"); })), Db(Bare("T", e => { e.Property<Number>("Id").HasConversion(n => n.Value, v => new Number(v)); e.HasKey("Id"); }))),
    ];

    private sealed record Number(int Value);
}
