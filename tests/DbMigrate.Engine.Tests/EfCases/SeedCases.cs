using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Case 56: rows of the model.</summary>
internal static class SeedCases
{
    private static readonly TablePart Empty = P();

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("56 a table with its rows", Db(), Db(P((1, "a"), (2, null))), "CreateTable P", "InsertData P (Id=1, A=a) (Id=2, A=NULL)"),
        new("56 delete, update, insert", Db(P((1, "a"), (2, "b"), (3, "c"), (4, "d"))), Db(P((2, "B"), (3, "C"), (4, "d"), (5, "e"), (6, "f"))),
            "DeleteData P (Id=1)", "UpdateData P (Id=2): (A=B)", "UpdateData P (Id=3): (A=C)", "InsertData P (Id=5, A=e) (Id=6, A=f)"),
        new("56 delete all", Db(P((1, "a"), (2, "b"))), Db(Empty), "DeleteData P (Id=2) (Id=1)"),
        new("56 a column with its values",
            Db(Keyed("T", "Id", e => e.HasData(new { Id = 1 }))), Db(Keyed("T", "Id", e => { e.Text("A"); e.HasData(new { Id = 1, A = "x" }, new { Id = 2, A = "y" }); })),
            "AddColumn T.A", "UpdateData T (Id=1): (A=x)", "InsertData T (Id=2, A=y)"),
        new("56 another type of the key", Db(P((1, "a"))), Db(Bare("P", e => { e.Text("Id"); e.Text("A"); e.HasKey("Id"); e.HasData(new { Id = "1", A = "a" }); })),
            "DeleteData P (Id=1)", "AlterColumn P.Id !", "InsertData P (Id=1, A=a)"),
        new("56 the key gets another name", Db(P((1, "a"))), Db(Bare("P", e => { e.Int("Id").ValueGeneratedNever().HasColumnName("Nr"); e.Text("A"); e.HasKey("Id"); e.HasData(new { Id = 1, A = "a" }, new { Id = 2, A = "b" }); })),
            "RenameColumn P.Id Nr", "InsertData P (Nr=2, A=b)")
        {
            Decisions = Rename(("P.Id", "Nr")),
        },
        new("56 another column is the key", Db(P((1, "a"))), Db(Keyed("P", "Nr", e => { e.Text("A"); e.HasData(new { Nr = 7, A = "a" }); })),
            "DropPrimaryKey PK_P", "DeleteData P (Id=1)", "DropColumn P.Id", "AddColumn P.Nr fill 0", "AddPrimaryKey PK_P", "InsertData P (Nr=7, A=a)")
        {
            Decisions = Fill(("P.Nr", 0)),
        },
        new("56 another table name, another value", Db(P((1, "a"))), Db(Keyed("Q", "Id", e => { e.HasKey("Id").HasName("PK_P"); e.Text("A"); e.HasData(new { Id = 1, A = "b" }); })),
            "RenameTable P Q", "UpdateData Q (Id=1): (A=b)")
        {
            Decisions = Rename(("P", "Q")),
        },
        new("56 equal bytes", Bytes([1, 2]), Bytes([1, 2])),
        new("56 other bytes", Bytes([1, 2]), Bytes([1, 3]), "UpdateData T (Id=1): (A=System.Byte[])"),
        new("56 another class behind a converter", Coded<First>(c => c.Value, v => new First(v), new First("x")), Coded<Second>(c => c.Value, v => new Second(v), new Second("x"))),
        new("56 an enum becomes text", Day(_ => { }), Day(p => p.HasConversion<string>()), "AlterColumn T.A !", "UpdateData T (Id=1): (A=Friday)"),
        new("56 an enum becomes a number", Day(p => p.HasConversion<string>()), Day(_ => { }), "UpdateData T (Id=1): (A=5)", "AlterColumn T.A !", "UpdateData T (Id=1): (A=5)"),
        new("56 rows that refer to each other", Db(Empty, Child()), Db(P((1, "a")), Child((7, 1))), "InsertData P (Id=1, A=a)", "InsertData C (Id=7, PId=1)"),
        new("56 a key twice", Db(), Db(P((1, "a"), (1, "b"))), []) { Refused = "same key value" },
        new("56 a row without a key", Db(), Db(Keyed("T", "Id", e => { e.Text("A"); e.HasData(new { A = "a" }); })), []) { Refused = "required property 'Id'" },
        new("56 two entities say different things of one row", Db(), Shared("a", "b"), []) { Refused = "different values for the column 'A'" },
        new("56 two entities share a row", Db(), Shared("a", "a"), "CreateTable T", "InsertData T (Id=1, A=a)"),
    ];

    private static TablePart P(params (int Id, string? A)[] rows) => Keyed("P", "Id", e =>
    {
        e.Text("A");
        foreach (var (id, a) in rows)
            e.HasData(new { Id = id, A = a });
    });

    private static TablePart Child(params (int Id, int PId)[] rows) => Keyed("C", "Id", e =>
    {
        e.Number("PId");
        e.Refers("PId", "P");
        foreach (var (id, p) in rows)
            e.HasData(new { Id = id, PId = p });
    });

    private static Action<ModelBuilder> Day(Action<PropertyBuilder<DayOfWeek>> stored) => Db(Keyed("T", "Id", e =>
    {
        stored(e.Property<DayOfWeek>("A"));
        e.HasData(new { Id = 1, A = DayOfWeek.Friday });
    }));

    private static Action<ModelBuilder> Bytes(byte[] value) => Db(Keyed("T", "Id", e =>
    {
        e.Property<byte[]>("A");
        e.HasData(new { Id = 1, A = value });
    }));

    private static Action<ModelBuilder> Coded<TCode>(System.Linq.Expressions.Expression<Func<TCode, string>> to, System.Linq.Expressions.Expression<Func<string, TCode>> from, TCode value)
        => Db(Keyed("T", "Id", e =>
        {
            e.Property<TCode>("A").HasConversion(to, from);
            e.HasData(new { Id = 1, A = value });
        }));

    private static Action<ModelBuilder> Shared(string first, string second) => model =>
    {
        model.Entity<Whole>(e =>
        {
            e.ToTable("T").Property(w => w.Id).ValueGeneratedNever();
            e.Property(w => w.A).HasColumnName("A");
            e.HasOne(w => w.Part).WithOne().HasForeignKey<Part>(p => p.Id);
            e.HasData(new Whole { Id = 1, A = first });
        });
        model.Entity<Part>(e =>
        {
            e.ToTable("T").Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.A).HasColumnName("A");
            e.HasData(new Part { Id = 1, A = second });
        });
    };

    private sealed record First(string Value);

    private sealed record Second(string Value);

    private sealed class Whole
    {
        public int Id { get; set; }

        public string? A { get; set; }

        public Part? Part { get; set; }
    }

    private sealed class Part
    {
        public int Id { get; set; }

        public string? A { get; set; }
    }
}
