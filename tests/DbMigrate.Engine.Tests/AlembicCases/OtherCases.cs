using System;
using System.Collections.Generic;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Case C64: all the rest.</summary>
internal static class OtherCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("C64 columns come in the order of the model", Db(T(_ => { })), Db(T(e => { e.Text("C"); e.Text("A"); e.Text("B"); })), "AddColumn T.A", "AddColumn T.B", "AddColumn T.C")
        {
            Deviation = "The model is one of properties without classes, which EF sorts by name.",
        },
        new("C64 columns come in the order that was given", Db(T(_ => { })), Db(T(e => { e.Text("C").HasColumnOrder(1); e.Text("A").HasColumnOrder(2); })), "AddColumn T.C", "AddColumn T.A"),
        new("C64 a comment comes", Db(T(e => e.Text("A"))), Db(T(e => { e.Says("all"); e.Text("A").HasComment("one"); })), "AlterTable T", "AlterColumn T.A"),
        new("C64 a comment stays", Db(T(e => { e.Says("all"); e.Text("A").HasComment("one"); })), Db(T(e => { e.Says("all"); e.Text("A").HasComment("one"); }))),
        new("C64 a comment goes", Db(T(e => { e.Says("all"); e.Text("A").HasComment("one"); })), Db(T(e => e.Text("A"))), "AlterTable T", "AlterColumn T.A"),
        new("C64 a computed column comes", Db(T(e => e.Int("A"))), Computed("\"A\" + 1"), "AddColumn T.S"),
        new("C64 a computed column goes", Computed("\"A\" + 1"), Db(T(e => e.Int("A"))), "DropColumn T.S"),
        new("C64 another expression", Computed("\"A\" + 1"), Computed("\"A\" + 2"), "AlterColumn T.S") { Deviation = "Alembic warns only." },
        new("C64 other spaces in the expression", Computed("\"A\" + 1"), Computed("( \"A\"  + 1 )")),
        Identity("on", e => e.Int("N").ValueGeneratedNever(), e => e.Int("N").UseIdentityByDefaultColumn()),
        Identity("off", e => e.Int("N").UseIdentityByDefaultColumn(), e => e.Int("N").ValueGeneratedNever()),
        Identity("always", e => e.Int("N").UseIdentityByDefaultColumn(), e => e.Int("N").UseIdentityAlwaysColumn()),
        Identity("other options", e => e.Int("N").UseIdentityByDefaultColumn(), e => e.Int("N").UseIdentityByDefaultColumn().HasIdentityOptions(startValue: 100, incrementBy: 5)) with
        {
            Then = [new("SELECT seqstart, seqincrement FROM pg_sequence WHERE seqrelid = pg_get_serial_sequence('\"T\"', 'N')::regclass", "100|5")],
        },
        new("C64 our own tables in the model", Db(T(_ => { })), Db(T(_ => { }), T("__DbMigrationHistory"), T("__EFMigrationsHistory"))),
        new("C64 two entities with one table", Db(), Db(T("A", e => e.ToTable("X")), T("B", e => e.ToTable("X")))) { Refused = "cannot be built" },
    ];

    private static Action<ModelBuilder> Computed(string sql) => Db(T(e =>
    {
        e.Int("A");
        e.Number("S").HasComputedColumnSql(sql, stored: true);
    }));

    private static ModelCase Identity(string what, Action<EntityTypeBuilder> before, Action<EntityTypeBuilder> after)
        => new("C64 identity " + what, Db(T(before)), Db(T(after)), "AlterColumn T.N") { On = Databases.Postgres };
}
