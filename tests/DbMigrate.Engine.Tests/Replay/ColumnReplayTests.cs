using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

public sealed class ColumnReplayTests : ReplayTest
{
    [Fact]
    public void An_added_column_comes_last_with_its_facets()
    {
        var column = Customers(b => b.AddColumn<string>("Code", "Customers", "TEXT", maxLength: 10, nullable: false, defaultValue: "it's", collation: "NOCASE", comment: "a\r\nb")).Columns[^1];

        Assert.Equal(new Column { Name = "Code", StoreType = "TEXT", DefaultSql = "'it''s'", Collation = "NOCASE", Comment = "a\nb" }, column);
        Assert.Equal(10, column.Hints.MaxLength);
        Assert.Equal("it's", column.Hints.DefaultValue);
        Assert.Equal(typeof(string), column.Hints.ClrType);
    }

    [Fact]
    public void A_literal_and_the_same_default_as_SQL_are_equal()
        => Assert.Equal(
            Customers(b => b.AddColumn<int>("N", "Customers", "INTEGER", nullable: false, defaultValue: 5)).Columns[^1],
            Customers(b => b.AddColumn<int>("N", "Customers", "INTEGER", nullable: false, defaultValueSql: " (5) ")).Columns[^1]);

    [Fact]
    public void Where_an_operation_has_a_value_and_an_expression_the_expression_is_the_default()
    {
        var column = Customers(b => b.AddColumn<int>("N", "Customers", "INTEGER", nullable: false, defaultValue: 0, defaultValueSql: "1 + 2")).Columns[^1];

        Assert.Equal("1 + 2", column.DefaultSql);
        Assert.Null(column.Hints.DefaultValue);
    }

    [Fact]
    public void A_fill_is_no_default()
    {
        var table = Customers(b => b.AddColumn<string>("Country", "Customers", "TEXT", nullable: false, defaultValue: "XX").Annotation(OperationAnnotations.Fill, true));

        Assert.Equal(new Column { Name = "Country", StoreType = "TEXT" }, table.FindColumn("Country"));
        Assert.Null(table.FindColumn("Country")!.Hints.DefaultValue);
        Assert.All(table.Seeds, r => Assert.Equal("XX", r.Values["Country"]));
        Assert.Null(Customers(b => b.AddColumn<string>("S", "Customers", "TEXT", nullable: false, defaultValueSql: "lower(Name)").Annotation(OperationAnnotations.Fill, true)).FindColumn("S")!.DefaultSql);
    }

    [Fact]
    public void A_column_without_a_type_gets_the_type_mappings_one()
        => Assert.Equal("BLOB", Customers(b => b.AddColumn<byte[]>("Picture", "Customers")).FindColumn("Picture")!.StoreType);

    [Fact]
    public void Hints_are_no_schema()
    {
        var column = Customers(b => b.AddColumn<int?>("N", "Customers", "INTEGER", nullable: true)
            .Annotation("Relational:ColumnOrder", 3).Annotation(OperationAnnotations.Property, "Number").Annotation("Autoincrement", true)).FindColumn("N")!;

        Assert.Equal(["Sqlite:Autoincrement"], column.Annotations.Items.Select(p => p.Key));
        Assert.Equal("Number", column.Hints.Property);
        Assert.Equal(typeof(int), column.Hints.ClrType);
    }

    [Fact]
    public void Annotation_values_become_plain()
    {
        var set = Customers(b => b.AddColumn<int>("N", "Customers", "INTEGER").Annotation("X:Enum", DayOfWeek.Friday).Annotation("X:Names", new[] { "a", "b" })
            .Annotation("X:Lengths", new[] { 1, 2 }).Annotation("X:No", false).Annotation("X:Text", "a\r\nb")).FindColumn("N")!.Annotations;

        Assert.Equal(AnnotationSet.Empty.With("X:Enum", "Friday").With("X:Names", new[] { "a", "b" }).With("X:Lengths", new[] { 1, 2 }).With("X:Text", "a\nb"), set);
    }

    [Fact]
    public void An_altered_column_is_what_the_operation_says_at_its_old_place()
    {
        var table = Customers(b => b.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true, oldClrType: typeof(string)));

        Assert.Equal(new Column { Name = "Name", StoreType = "TEXT", IsNullable = true }, table.Columns[1]);
    }

    [Fact]
    public void A_default_that_goes_away_stays_the_value_of_seeded_rows()
        => Assert.Equal("?", Customers(b => b.AlterColumn<string>("Name", "Customers", "TEXT", nullable: false)).Seeds[1].Values["Name"]);

    [Fact]
    public void A_fill_takes_the_place_of_null_in_seeded_rows()
        => Assert.Equal(["none", "x"], Customers(b => b.AlterColumn<string>("Note", "Customers", "TEXT", nullable: false, defaultValue: "none", oldNullable: true)
            .Annotation(OperationAnnotations.Fill, true)).Seeds.Select(r => r.Values["Note"]));

    [Fact]
    public void A_new_name_is_followed_by_keys_foreign_keys_indexes_rows_and_expressions()
    {
        var schema = Replay(Shop, b =>
        {
            b.RenameColumn("Name", "Customers", "FullName");
            b.RenameColumn("Id", "Customers", "Number").Annotation(OperationAnnotations.Property, "CustomerNumber");
            b.RenameColumn("CustomerId", "Orders", "Customer");
        });

        var table = schema.Tables["Customers"];
        Assert.Equal(["Number", "FullName", "Note", "Upper"], table.Columns.Select(c => c.Name));
        Assert.Equal("upper(\"FullName\")", table.FindColumn("Upper")!.ComputedSql);
        Assert.Equal("length(\"FullName\") > 0", table.Checks[0].Sql);
        Assert.Equal("\"FullName\" IS NOT NULL", table.Indexes[0].Filter);
        Assert.Equal(["FullName", "Note"], table.Indexes[0].Columns);
        Assert.Equal(["FullName"], table.UniqueConstraints[0].Columns);
        Assert.Equal(["Number"], table.PrimaryKey!.Columns);
        Assert.Equal(["FullName", "Number"], table.Seeds[0].Values.Keys);
        Assert.Equal("CustomerNumber", table.FindColumn("Number")!.Hints.Property);
        Assert.Equal(["Number"], schema.Tables["Orders"].ForeignKeys[0].PrincipalColumns);
        Assert.Equal(["Customer"], schema.Tables["Orders"].ForeignKeys[0].Columns);
    }

    [Fact]
    public void Two_columns_change_names_over_a_third()
        => Assert.Equal(["Id", "Note", "Name", "Upper"], Customers(b =>
        {
            b.RenameColumn("Name", "Customers", "Temp");
            b.RenameColumn("Note", "Customers", "Name");
            b.RenameColumn("Temp", "Customers", "Note");
        }).Columns.Select(c => c.Name));

    [Fact]
    public void A_dropped_column_is_gone_from_seeded_rows()
    {
        var table = Customers(b =>
        {
            b.DropIndex("IX_Customers_Name", "Customers");
            b.DropColumn("Note", "Customers");
        });

        Assert.Null(table.FindColumn("Note"));
        Assert.Equal(["Id"], table.Seeds[1].Values.Keys);
    }

    [Fact]
    public void What_does_not_fit_is_a_conflict_that_names_it()
    {
        Conflicts(b => b.AddColumn<string>("Name", "Customers", "TEXT"), "Customers", "Name");
        Conflicts(b => b.AddColumn<string>("Name", "Nothing", "TEXT"), "Nothing");
        Conflicts(b => b.AlterColumn<string>("Nothing", "Customers", "TEXT"), "Customers", "Nothing");
        Conflicts(b => b.RenameColumn("Nothing", "Customers", "X"), "Customers", "Nothing");
        Conflicts(b => b.RenameColumn("Id", "Customers", "Name"), "Customers", "Name");
        Conflicts(b => b.DropColumn("Nothing", "Customers"), "Customers", "Nothing");
        Conflicts(b => b.DropColumn("Note", "Customers"), "Customers.Note", "index IX_Customers_Name");
        Conflicts(b => b.DropColumn("CustomerId", "Orders"), "Orders.CustomerId", "foreign key FK_Orders_Customers");
        Conflicts(b => b.DropColumn("Id", "Orders"), "primary key PK_Orders");
        Conflicts(b => b.Operations.Add(new AddColumnOperation { Table = "Customers", Name = "Odd", ClrType = typeof(Version) }), "Customers.Odd");
    }
}
