using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using Index = DbMigrate.Engine.Schema.Index;

namespace DbMigrate.Engine.Tests.Introspection;

public sealed class EfGeneratedTests
{
    [Fact]
    public void Every_feature_that_EF_writes_is_read_back()
    {
        using var context = new ShopContext();
        using var database = new SqliteDatabase(context.Database.GenerateCreateScript());
        var state = database.Read();
        SqliteJudge.Agrees(database, state);

        var products = state.Tables["Products"];
        Assert.Equal("What we sell.\n\n  In two parts.", products.Comment);
        Assert.Equal(new Key("PK_Products", ["Id"]), products.PrimaryKey);
        Assert.Equal([new Key("AK_Products_Code", ["Code"])], products.UniqueConstraints);
        Assert.Equal([new Check("CK_Price", "Price > 0 /* always */")], products.Checks);
        Assert.Equal(
            [new ForeignKey("FK_Products_Products_ParentId", ["ParentId"], "Products", ["Id"]) { OnDelete = ReferentialAction.SetNull }],
            products.ForeignKeys);
        Assert.Equal(
            [
                new Index("IX_Products_Name_Price", ["Name", "Price"]) { IsUnique = true, IsDescending = [false, true], Filter = "Name <> ''" },
                new Index("IX_Products_ParentId", ["ParentId"]),
            ],
            products.Indexes.OrderBy(i => i.Name, StringComparer.Ordinal));
        var autoincrement = AnnotationSet.Empty.With("Sqlite:Autoincrement", true);
        Assert.Equal(
            [
                new Column { Name = "Id", StoreType = "INTEGER", Annotations = autoincrement, Comment = "The number." },
                new Column { Name = "Code", StoreType = "varchar( 20 )" },
                new Column { Name = "Created", StoreType = "TEXT", DefaultSql = "CURRENT_TIMESTAMP" },
                new Column { Name = "Image", StoreType = "BLOB", IsNullable = true, DefaultSql = "X'0102'" },
                new Column { Name = "Name", StoreType = "TEXT", Collation = "NOCASE", Comment = "multi\n\nline", DefaultSql = "('it''s' || CHAR(13)) || (CHAR(10) || 'x')" },
                new Column { Name = "ParentId", StoreType = "INTEGER", IsNullable = true },
                new Column { Name = "Price", StoreType = "TEXT", DefaultSql = "1 + 2" },
                new Column { Name = "Twice", StoreType = "", IsNullable = true, ComputedSql = "Price * 2", IsStored = true },
                new Column { Name = "Thrice", StoreType = "", IsNullable = true, ComputedSql = "Price * 3" },
                new Column { Name = "Weight", StoreType = "REAL", DefaultSql = "-1.5" },
            ],
            products.Columns);

        var stock = state.Tables["Stock"];
        Assert.Equal(new Key("my key", ["Place", "Shelf"]), stock.PrimaryKey);
        Assert.Null(stock.Comment);
        Assert.Equal("Where.", stock.FindColumn("Place")!.Comment);
        var plain = state.Tables["Plain"];
        Assert.Equal(("Of the table alone.", null), (plain.Comment, plain.FindColumn("select \"x\"")!.Comment));
        Assert.Equal("PK_Plain", plain.PrimaryKey!.Name);
    }

    private sealed class ShopContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Product>(e =>
            {
                e.ToTable("Products", t => t.HasComment("What we sell.\r\n\r\n  In two parts.").HasCheckConstraint("CK_Price", "Price > 0 -- always\n"));
                e.Property(p => p.Id).HasComment("The number.");
                e.Property(p => p.Code).HasColumnType("varchar( 20 )");
                e.Property(p => p.Created).HasDefaultValueSql("CURRENT_TIMESTAMP");
                e.Property(p => p.Image).HasDefaultValue(new byte[] { 1, 2 });
                e.Property(p => p.Name).UseCollation("NOCASE").HasComment("multi\n\nline").HasDefaultValue("it's\r\nx");
                e.Property(p => p.Price).HasDefaultValueSql("1 + 2");
                e.Property(p => p.Twice).HasComputedColumnSql("Price * 2", stored: true);
                e.Property(p => p.Thrice).HasComputedColumnSql("Price * 3");
                e.Property(p => p.Weight).HasDefaultValue(-1.5);
                e.HasAlternateKey(p => p.Code);
                e.HasIndex(p => new { p.Name, p.Price }).IsUnique().IsDescending(false, true).HasFilter("Name <> ''");
                e.HasOne<Product>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.SetNull);
            });
            model.Entity<Stock>(e =>
            {
                e.HasKey(s => new { s.Place, s.Shelf }).HasName("my key");
                e.Property(s => s.Place).HasComment("Where.");
            });
            model.Entity<Plain>(e =>
            {
                e.ToTable(t => t.HasComment("Of the table alone."));
                e.Property(p => p.Id).HasColumnName("select \"x\"");
            });
        }
    }

    private sealed class Product
    {
        public int Id { get; set; }

        public required string Code { get; set; }

        public DateTime Created { get; set; }

        public byte[]? Image { get; set; }

        public required string Name { get; set; }

        public int? ParentId { get; set; }

        public decimal Price { get; set; }

        public decimal Twice { get; set; }

        public decimal Thrice { get; set; }

        public double Weight { get; set; }
    }

    private sealed class Stock
    {
        public int Place { get; set; }

        public required string Shelf { get; set; }
    }

    private sealed class Plain
    {
        public required string Id { get; set; }
    }
}
