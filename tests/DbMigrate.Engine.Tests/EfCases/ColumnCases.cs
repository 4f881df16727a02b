using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 28 to 35: columns that come, and change in place.</summary>
internal static class ColumnCases
{
    private const string Asked = "EF fills with the type's default value without a word; here the value is asked for.";

    private const string Widened = "EF calls every change of a store type destructive; here only one that loses something.";

    private static readonly Action<ModelBuilder> Plain = Db(T(_ => { }));

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("28 add optional", Plain, Db(T(e => e.Text("A"))), "AddColumn T.A"),
        new("28 add required number", Plain, Db(T(e => e.Int("A"))), "AddColumn T.A fill 0")
        {
            Decisions = Fill(("T.A", 0)), Asks = "-Fill @{ 'T.A' = 0 }", Deviation = Asked,
            Then = [new("SELECT DISTINCT \"A\" FROM \"T\"", "0")],
        },
        new("28 add required text", Plain, Db(T(e => e.Text("A").IsRequired())), "AddColumn T.A fill ")
        {
            Decisions = Fill(("T.A", "")), Asks = "-Fill @{ 'T.A' = ", Deviation = Asked,
            Then = [new("SELECT DISTINCT \"A\" FROM \"T\"", "")],
        },
        new("28 add required Guid", Plain, Db(T(e => e.Property<Guid>("A"))), "AddColumn T.A fill 00000000-0000-0000-0000-000000000001")
        {
            Decisions = Fill(("T.A", "00000000-0000-0000-0000-000000000001")), Asks = "-Fill @{ 'T.A' = ", Deviation = Asked,
        },
        new("28 add required time", Plain, Db(T(e => e.Property<DateTime>("A"))), "AddColumn T.A fill 01/02/2026 03:04:05")
        {
            Decisions = Fill(("T.A", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc))), Asks = "-Fill @{ 'T.A' = ", Deviation = Asked,
        },
        new("28 add with a default", Plain, Db(T(e => e.Property<DateTime>("A").HasDefaultValue(new DateTime(2015, 4, 12, 17, 5, 0, DateTimeKind.Utc)))), "AddColumn T.A")
        {
            Then = [new("SELECT DISTINCT substr(CAST(\"A\" AS text), 1, 16) FROM \"T\"", "2015-04-12 17:05")],
        },
        new("28 add with an expression", Plain, Db(T(e => e.Int("A").HasDefaultValueSql("1 + 2"))), "AddColumn T.A")
        {
            Then = [new("SELECT DISTINCT \"A\" FROM \"T\"", "3")],
        },
        new("28 add with the time as its default", Plain, Db(T(e => e.Property<DateTime>("A").HasDefaultValueSql("CURRENT_TIMESTAMP"))), "AddColumn T.A")
        {
            Then = [new("SELECT count(*) FROM \"T\" WHERE \"A\" IS NOT NULL", "3")],
        },
        new("29 add with a check", Plain, Db(T(e => { e.Number("A"); e.Check("CK", "\"A\" > 0"); })), "AddColumn T.A", "AddCheck CK"),
        new("29 add with a check that the fill breaks", Plain, Db(T(e => { e.Int("A"); e.Check("CK_A", "\"A\" > 0"); })), "AddColumn T.A fill 0", "AddCheck CK_A")
        {
            Decisions = Fill(("T.A", 0)), Fails = "CK_A",
        },
        new("29 add with a check that the fill keeps", Plain, Db(T(e => { e.Int("A"); e.Check("CK_A", "\"A\" > 0"); })), "AddColumn T.A fill 7", "AddCheck CK_A")
        {
            Decisions = Fill(("T.A", 7)), Then = [new("SELECT DISTINCT \"A\" FROM \"T\"", "7")],
        },
        new("30 add with an order", Db(T(e => e.Text("B").HasColumnOrder(2))), Db(T(e => { e.Text("A").HasColumnOrder(1); e.Text("B").HasColumnOrder(2); })), "AddColumn T.A"),
        new("30 add with a collation", Plain, Db(T(e => e.Text("A").UseCollation("C"))), "AddColumn T.A") { On = Databases.Postgres },
        new("30 add with a collation on SQLite", Plain, Db(T(e => e.Text("A").UseCollation("NOCASE"))), "AddColumn T.A") { On = Databases.Sqlite },
        new("30 add with a comment", Plain, Db(T(e => e.Text("A").HasComment("Why\nit is there"))), "AddColumn T.A"),
        new("31 add a required collection", Plain, Db(T(e => e.Property<List<int>>("A").IsRequired())), "AddColumn T.A fill []")
        {
            Decisions = Fill(("T.A", "[]")), Asks = "-Fill @{ 'T.A' = ", Deviation = Asked, On = Databases.Sqlite,
        },
        new("31 add a required collection with a default", Plain, Db(T(e => e.Property<List<int>>("A").IsRequired().HasDefaultValue(new List<int> { 1, 2, 3 }))), "AddColumn T.A")
        {
            Then = [new("SELECT DISTINCT \"A\" FROM \"T\"", "[1,2,3]") { On = Databases.Sqlite }, new("SELECT DISTINCT \"A\"::text FROM \"T\"", "{1,2,3}") { On = Databases.Postgres }],
        },
        new("31 add a required document",
            m => m.Entity<Holder>().Ignore(h => h.Document),
            m => m.Entity<Holder>().OwnsOne(h => h.Document, d => d.ToJson()).Navigation(h => h.Document).IsRequired(),
            "AddColumn Holder.Document fill {}")
        {
            Decisions = Fill(("Holder.Document", "{}")), Asks = "-Fill @{ 'Holder.Document' = ", Deviation = Asked,
        },
        new("32 int to long", Db(T(e => e.Int("A"))), Db(T(e => e.Property<long>("A"))), "AlterColumn T.A") { OnSqlite = [], Deviation = Widened },
        new("32 length", Db(T(e => e.Text("A").HasMaxLength(10))), Db(T(e => e.Text("A").HasMaxLength(20))), "AlterColumn T.A") { OnSqlite = [], Deviation = Widened },
        new("32 length is not limited any more", Db(T(e => e.Text("A").HasMaxLength(10))), Db(T(e => e.Text("A"))), "AlterColumn T.A") { OnSqlite = [], Deviation = Widened },
        new("32 length is cut", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").HasMaxLength(3))), "AlterColumn T.A !") { OnSqlite = [] },
        new("32 precision and scale", Db(T(e => e.Property<decimal>("A").HasPrecision(10, 2))), Db(T(e => e.Property<decimal>("A").HasPrecision(12, 3))), "AlterColumn T.A") { OnSqlite = [], Deviation = Widened },
        new("32 scale is cut", Db(T(e => e.Property<decimal>("A").HasPrecision(10, 2))), Db(T(e => e.Property<decimal>("A").HasPrecision(12, 1))), "AlterColumn T.A !") { OnSqlite = [] },
        new("32 the time of the day is cut", Db(T(e => e.Property<DateTime>("A").HasColumnType("timestamp without time zone"))), Db(T(e => e.Property<DateTime>("A").HasColumnType("date"))), "AlterColumn T.A !") { On = Databases.Postgres },
        new("32 unicode and fixed length", Db(T(e => e.Text("A").HasMaxLength(2))), Db(T(e => e.Text("A").HasMaxLength(2).IsUnicode(false).IsFixedLength())), "AlterColumn T.A !") { OnSqlite = [] },
        new("33 make required with a default", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").IsRequired().HasDefaultValue(""))), "AlterColumn T.A !")
        {
            Then = [new("SELECT \"A\" FROM \"T\" ORDER BY 1", "", "k1", "k2")],
        },
        new("33 make required with a fill", Db(T(e => e.Text("A"))), Db(T(e => e.Text("A").IsRequired())), "AlterColumn T.A fill none !")
        {
            Decisions = Fill(("T.A", "none")), Asks = "-Fill @{ 'T.A' = ", Deviation = Asked,
            Then = [new("SELECT \"A\" FROM \"T\" ORDER BY 1", "k1", "k2", "none")],
        },
        new("34 make optional", Db(T(e => e.Text("A").IsRequired())), Db(T(e => e.Text("A"))), "AlterColumn T.A"),
        new("35 make required under an index", Db(T(e => { e.Text("A"); e.HasIndex("A"); })), Db(T(e => { e.Text("A").IsRequired(); e.HasIndex("A"); })), "AlterColumn T.A fill  !")
        {
            Decisions = Fill(("T.A", "")),
        },
        new("35 make required under an index of two", Db(T(e => { e.Text("A"); e.Int("B"); e.HasIndex("A", "B"); })), Db(T(e => { e.Text("A").IsRequired(); e.Int("B"); e.HasIndex("A", "B"); })), "AlterColumn T.A fill  !")
        {
            Decisions = Fill(("T.A", "")),
        },
    ];

    private sealed class Holder
    {
        public int Id { get; set; }

        public Document? Document { get; set; }
    }

    private sealed class Document
    {
        public string? Title { get; set; }
    }
}
