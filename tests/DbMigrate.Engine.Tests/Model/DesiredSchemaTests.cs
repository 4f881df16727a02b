using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Model;

public sealed class DesiredSchemaTests
{
    [Fact]
    public void Columns_carry_store_type_nullability_default_and_computed_expression()
    {
        var table = ModelContext.Desired(b => b.Entity<Thing>(e =>
        {
            e.Property(t => t.Code).HasDefaultValue("it's").UseCollation("NOCASE").HasMaxLength(20);
            e.Property(t => t.Created).HasDefaultValueSql("(CURRENT_TIMESTAMP)");
            e.Property(t => t.Total).HasComputedColumnSql("Price * 2", stored: true);
        })).Tables["Thing"];

        Assert.Equal(new Column { Name = "Id", StoreType = "INTEGER", Annotations = AnnotationSet.Empty.With("Sqlite:Autoincrement", true) }, table.FindColumn("Id"));
        Assert.Equal(new Column { Name = "Code", StoreType = "TEXT", IsNullable = true, DefaultSql = "'it''s'", Collation = "NOCASE" }, table.FindColumn("Code"));
        Assert.Equal(new Column { Name = "Created", StoreType = "TEXT", DefaultSql = "CURRENT_TIMESTAMP" }, table.FindColumn("Created"));
        Assert.Equal(new Column { Name = "Total", StoreType = "TEXT", ComputedSql = "Price * 2", IsStored = true }, table.FindColumn("Total"));
        Assert.Equal(20, table.FindColumn("Code")!.Hints.MaxLength);
        Assert.Equal("it's", table.FindColumn("Code")!.Hints.DefaultValue);
        Assert.Equal(typeof(decimal), table.FindColumn("Total")!.Hints.ClrType);
    }

    [Fact]
    public void Keys_foreign_keys_checks_and_indexes_are_there()
    {
        var schema = ModelContext.Desired(b =>
        {
            b.Entity<Thing>(e =>
            {
                e.HasAlternateKey(t => t.Price);
                e.ToTable(t => t.HasCheckConstraint("CK_Price", "(Price  > 0)"));
                e.HasIndex(t => new { t.Code, t.Note }).IsDescending();
                e.HasIndex(t => t.Note).IsUnique().HasFilter("Note IS NOT NULL");
            });
            b.Entity<Part>().HasOne<Thing>().WithMany().HasForeignKey(p => p.ThingId).OnDelete(DeleteBehavior.Cascade);
        });

        var thing = schema.Tables["Thing"];
        Assert.Equal(new Key("PK_Thing", ["Id"]), thing.PrimaryKey);
        Assert.Equal([new Key("AK_Thing_Price", ["Price"])], thing.UniqueConstraints);
        Assert.Equal([new Check("CK_Price", "Price > 0")], thing.Checks);
        Assert.Contains(new Schema.Index("IX_Thing_Code_Note", ["Code", "Note"]) { IsDescending = [true, true] }, thing.Indexes);
        Assert.Contains(new Schema.Index("IX_Thing_Note", ["Note"]) { IsUnique = true, Filter = "Note IS NOT NULL" }, thing.Indexes);
        Assert.Equal([new ForeignKey("FK_Part_Thing_ThingId", ["ThingId"], "Thing", ["Id"]) { OnDelete = ReferentialAction.Cascade }], schema.Tables["Part"].ForeignKeys);
    }

    [Fact]
    public void A_cycle_of_foreign_keys_has_both_of_them()
    {
        var schema = ModelContext.Desired(b =>
        {
            b.Entity<Thing>().Property<int?>("MainId");
            b.Entity<Thing>().HasOne<Part>().WithMany().HasForeignKey("MainId");
            b.Entity<Part>().HasOne<Thing>().WithMany().HasForeignKey(p => p.ThingId);
        });

        Assert.Single(schema.Tables["Thing"].ForeignKeys);
        Assert.Single(schema.Tables["Part"].ForeignKeys);
    }

    [Fact]
    public void The_property_behind_a_column_is_kept_where_it_is_called_otherwise()
    {
        var table = ModelContext.Desired(b => b.Entity<Trip>(e =>
        {
            e.Property(t => t.Code).HasColumnName("code");
            e.OwnsOne(t => t.To).Property(p => p.City).HasColumnName("town");
            e.OwnsOne(t => t.From);
        })).Tables["Trip"];

        Assert.Equal("Trip", table.Entity);
        Assert.Equal("Code", table.FindColumn("code")!.Hints.Property);
        Assert.Equal("To.City", table.FindColumn("town")!.Hints.Property);
        Assert.Null(table.FindColumn("From_City")!.Hints.Property);
        Assert.Null(table.FindColumn("Id")!.Hints.Property);
    }

    [Fact]
    public void Seeded_rows_leave_out_what_is_default_or_null()
    {
        var rows = ModelContext.Desired(b => b.Entity<Thing>(e =>
        {
            e.Property(t => t.Code).HasDefaultValue("x");
            e.HasData(new Thing { Id = 1, Code = "a", Price = 1.5m }, new Thing { Id = 2 });
        })).Tables["Thing"].Seeds;

        Assert.Equal(["Code", "Created", "Id", "Price", "Total"], rows[0].Values.Keys);
        Assert.Equal("a", rows[0].Values["Code"]);
        Assert.Equal(["Created", "Id", "Price", "Total"], rows[1].Values.Keys);
    }

    [Fact]
    public void Provider_values_of_converted_properties_are_kept()
    {
        var table = ModelContext.Desired(b => b.Entity<Part>(e =>
        {
            e.Property(p => p.Kind).HasConversion<string>().HasDefaultValue(DayOfWeek.Friday);
            e.HasData(new Part { Id = 1, Kind = DayOfWeek.Monday });
        })).Tables["Part"];

        Assert.Equal("'Friday'", table.FindColumn("Kind")!.DefaultSql);
        Assert.Equal(typeof(string), table.FindColumn("Kind")!.Hints.ClrType);
        Assert.Equal("Monday", table.Seeds[0].Values["Kind"]);
    }

    [Fact]
    public void Tables_of_the_history_are_never_part_of_it()
        => Assert.Equal(["Thing"], ModelContext.Desired(b =>
        {
            b.Entity<Thing>();
            b.Entity<Tag>().ToTable("__EFMigrationsHistory").Ignore(t => t.Blogs);
        }).Tables.Keys.Select(n => n.Name));

    [Fact]
    public void A_table_that_is_excluded_is_not_there_and_foreign_keys_to_it_are()
    {
        var schema = ModelContext.Desired(b =>
        {
            b.Entity<Thing>().ToTable("Thing", t => t.ExcludeFromMigrations());
            b.Entity<Part>().HasOne<Thing>().WithMany().HasForeignKey(p => p.ThingId);
        });

        Assert.Equal(["Part"], schema.Tables.Keys.Select(n => n.Name));
        Assert.Equal("Thing", schema.Tables["Part"].ForeignKeys[0].PrincipalTable.Name);
    }

    [Fact]
    public void A_hierarchy_an_owned_collection_and_a_join_table_have_their_entities()
    {
        var tables = ModelContext.Desired(b =>
        {
            b.Entity<Blog>().OwnsMany(x => x.Lines);
            b.Entity<BigBlog>();
        }).Tables;

        Assert.Equal("Blog", tables["Blog"].Entity);
        Assert.Contains("Discriminator", tables["Blog"].Columns.Select(c => c.Name));
        Assert.Equal("Line", tables["Line"].Entity);
        Assert.Equal("BlogTag", tables["BlogTag"].Entity);
    }

    [Fact]
    public void A_complex_type_and_a_json_column_are_columns_of_their_table()
    {
        var table = ModelContext.Desired(b => b.Entity<Trip>(e =>
        {
            e.ComplexProperty(t => t.From).IsRequired();
            e.OwnsOne(t => t.To).ToJson();
        })).Tables["Trip"];

        Assert.Null(table.FindColumn("From_City")!.Hints.Property);
        Assert.Equal("TEXT", table.FindColumn("To")!.StoreType);
    }

    [Fact]
    public void A_model_that_cannot_be_built_says_why()
    {
        var error = Assert.Throws<DbMigrateException>(() => ModelContext.Desired(b => b.Entity<Thing>().HasIndex("Nothing")));

        Assert.Equal(ErrorCatalogue.ContextNotCreated, error.Kind);
        Assert.Contains("ModelContext", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Nothing'", error.Message, StringComparison.Ordinal);
    }

    private sealed class Thing
    {
        public int Id { get; set; }

        public string? Code { get; set; }

        public decimal Price { get; set; }

        public decimal Total { get; set; }

        public DateTime Created { get; set; }

        public string? Note { get; set; }
    }

    private sealed class Trip
    {
        public int Id { get; set; }

        public string? Code { get; set; }

        public Place From { get; set; } = new();

        public Place To { get; set; } = new();
    }

    private sealed class Place
    {
        public string City { get; set; } = "";
    }

    private sealed class Part
    {
        public int Id { get; set; }

        public int ThingId { get; set; }

        public DayOfWeek Kind { get; set; }
    }

    private class Blog
    {
        public int Id { get; set; }

        public List<Line> Lines { get; } = [];

        public List<Tag> Tags { get; } = [];
    }

    private sealed class BigBlog : Blog;

    private sealed class Line
    {
        public string Text { get; set; } = "";
    }

    private sealed class Tag
    {
        public int Id { get; set; }

        public List<Blog> Blogs { get; } = [];
    }
}
