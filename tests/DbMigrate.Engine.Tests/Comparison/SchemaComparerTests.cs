using System;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Comparison;

public sealed class SchemaComparerTests
{
    private static readonly Table Customers = new()
    {
        Name = "Customers",
        Columns =
        [
            new() { Name = "Id", StoreType = "INTEGER" },
            new() { Name = "Name", StoreType = "TEXT", DefaultSql = "'?'", Collation = "NOCASE" },
        ],
        PrimaryKey = new Key("PK_Customers", ["Id"]),
        UniqueConstraints = [new("AK_Name", ["Name"])],
        ForeignKeys = [new("FK_Self", ["Id"], "Customers", ["Id"]) { OnDelete = ReferentialAction.Cascade }],
        Checks = [new("CK_Name", "Name <> ''")],
        Indexes = [new("IX_Name", ["Name", "Id"]) { IsUnique = true, IsDescending = [true, false], Filter = "Id > 1" }, new("IX_Id", ["Id"])],
        Seeds = [Row(1, "Ann"), Row(2, "Bob")],
    };

    [Fact]
    public void A_schema_equals_itself_whatever_the_order_and_the_hints()
        => Assert.Empty(Compare(Customers, Customers with
        {
            Columns = [.. Customers.Columns.Reverse().Select(c => c with { Hints = new ColumnHints { Property = "X" } })],
            Indexes = [.. Customers.Indexes.Reverse()],
            Seeds = [.. Customers.Seeds.Reverse()],
            Entity = "Customer",
        }));

    [Fact]
    public void Columns_that_are_missing_unexpected_and_changed_are_told_readably()
        => Assert.Equal(
            [
                "Changed column Customers.Name: TEXT not null default '?' collate NOCASE | TEXT null as (upper(Id)) stored",
                "Missing column Customers.Id: INTEGER not null | ",
                "Unexpected column Customers.Note:  | TEXT null comment 'it'",
            ],
            Texts(Compare(Customers, Customers with
            {
                Columns =
                [
                    new() { Name = "Name", StoreType = "TEXT", IsNullable = true, ComputedSql = "upper(Id)", IsStored = true },
                    new() { Name = "Note", StoreType = "TEXT", IsNullable = true, Comment = "it" },
                ],
            })).Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_foreign_keys_checks_and_indexes_are_told_readably()
        => Assert.Equal(
            [
                "Changed primary key Customers.PK_Customers: PK_Customers (Id) | PK_Customers (Name)",
                "Missing unique constraint Customers.AK_Name: AK_Name (Name) | ",
                "Unexpected unique constraint Customers.AK_Other:  | AK_Other (Name)",
                "Changed foreign key Customers.FK_Self: FK_Self (Id) to Customers (Id) on delete cascade | FK_Self (Id) to Customers (Id) on update set null",
                "Changed check Customers.CK_Name: CK_Name: Name <> '' | CK_Name: Name <> 'x'",
                "Changed index Customers.IX_Name: unique (Name desc, Id) where Id > 1 | (Name, Id)",
                "Unexpected index Customers.IX_Raw:  | CREATE INDEX IX_Raw ON Customers (lower(Name))",
            ],
            Texts(Compare(Customers, Customers with
            {
                PrimaryKey = new Key("PK_Customers", ["Name"]),
                UniqueConstraints = [new("AK_Other", ["Name"])],
                ForeignKeys = [new("FK_Self", ["Id"], "Customers", ["Id"]) { OnUpdate = ReferentialAction.SetNull }],
                Checks = [new("CK_Name", "Name <> 'x'")],
                Indexes = [new("IX_Name", ["Name", "Id"]), new("IX_Id", ["Id"]), new("IX_Raw", []) { RawSql = "CREATE INDEX IX_Raw ON Customers (lower(Name))" }],
            })));

    [Fact]
    public void Constraints_without_a_name_on_a_side_are_found_by_their_content()
    {
        var nameless = Customers with
        {
            PrimaryKey = Customers.PrimaryKey! with { Name = "" },
            UniqueConstraints = [new("", ["Name"])],
            ForeignKeys = [Customers.ForeignKeys[0] with { Name = "" }],
            Checks = [new("", "Name <> ''")],
        };

        Assert.Empty(Compare(Customers, nameless));
        Assert.Empty(Compare(nameless, Customers));
        Assert.Equal(
            ["Missing check Customers.CK_Name: CK_Name: Name <> '' | ", "Unexpected check of Customers:  | Id > 0"],
            Texts(Compare(Customers, nameless with { Checks = [new("", "Id > 0")] })));
    }

    [Fact]
    public void Constraints_with_different_names_differ()
        => Assert.Equal(2, Compare(Customers, Customers with { Checks = [new("CK_Other", "Name <> ''")] }).Length);

    [Fact]
    public void Tables_and_their_facets_are_compared()
    {
        var commented = Customers with { Comment = "people", Annotations = AnnotationSet.Empty.With("DbMigrate:Strict", true).With("X:Both", 1) };
        var other = Customers with { Annotations = AnnotationSet.Empty.With("X:Both", 1) };

        Assert.Equal(["Changed table Customers: comment people | comment none", "Changed table Customers: DbMigrate:Strict = True | none"], Texts(Compare(commented, other)));
        Assert.Equal(["Missing table Customers: 2 columns (Id, Name) | "], Texts([.. SchemaComparer.Compare(State(Customers), SchemaState.Empty, seeds: true)]));
        Assert.Equal(["Unexpected table Customers:  | 2 columns (Id, Name)"], Texts([.. SchemaComparer.Compare(SchemaState.Empty, State(Customers), seeds: true)]));
        var narrow = Customers with { Columns = [Customers.Columns[0]] };
        Assert.Equal(["Missing table Customers: 1 column (Id) | "], Texts([.. SchemaComparer.Compare(State(narrow), SchemaState.Empty, seeds: true)]));
    }

    [Fact]
    public void Seeded_rows_are_compared_by_key_where_they_count()
    {
        var other = Customers with { Seeds = [Row(1, "Eve"), Row(3, "Cid")] };

        Assert.Equal(
            [
                "Changed row Customers.Id = 1: Id = 1, Name = 'Ann' | Id = 1, Name = 'Eve'",
                "Missing row Customers.Id = 2: Id = 2, Name = 'Bob' | ",
                "Unexpected row Customers.Id = 3:  | Id = 3, Name = 'Cid'",
            ],
            Texts(Compare(Customers, other)));
        Assert.Empty(SchemaComparer.Compare(State(Customers), State(other), seeds: false));
    }

    [Fact]
    public void Views_triggers_sequences_schemas_and_the_database_are_compared()
    {
        var expected = SchemaState.Empty with
        {
            Collation = "de",
            Annotations = AnnotationSet.Empty.With("Npgsql:Enum:mood", "sad"),
            Schemas = ["shop"],
            Sequences = SchemaState.Empty.Sequences.Add("Ids", new("Ids", typeof(int))),
            Views = SchemaState.Empty.Views.Add("v", "SELECT 1"),
            Triggers = SchemaState.Empty.Triggers.Add("t", new("t", "Customers", "CREATE TRIGGER t")),
        };

        Assert.Equal(
            [
                "Changed database: collation de | collation none",
                "Changed database: Npgsql:Enum:mood = 'sad' | none",
                "Missing schema shop: shop | ",
                "Missing sequence Ids: Int32 start 1 increment 1 min null max null | ",
                "Missing view v: SELECT 1 | ",
                "Missing trigger t: CREATE TRIGGER t | ",
            ],
            Texts([.. SchemaComparer.Compare(expected, SchemaState.Empty, seeds: true)]));
    }

    private static SeedRow Row(int id, string name)
        => new(ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal).Add("Id", id).Add("Name", name));

    private static SchemaState State(Table table) => SchemaState.Empty with { Tables = SchemaState.Empty.Tables.Add(table.Name, table) };

    private static SchemaDifference[] Compare(Table expected, Table actual) => [.. SchemaComparer.Compare(State(expected), State(actual), seeds: true)];

    private static string[] Texts(SchemaDifference[] differences) => [.. differences.Select(d => $"{d.Kind} {d.Object}: {d.Expected} | {d.Actual}")];
}
