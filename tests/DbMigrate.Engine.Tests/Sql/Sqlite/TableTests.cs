using System;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Tables that come, go and get other names.</summary>
public sealed class TableTests
{
    [Fact]
    public void A_table_is_created_as_ef_would()
    {
        using var file = new SqliteFile();

        file.Apply(m => m.CreateTable(
            "A",
            table => new
            {
                Id = table.Column<int>("INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                Name = table.Column<string>("TEXT", nullable: false, collation: "NOCASE", comment: "col\nc2"),
                D = table.Column<double>("REAL", nullable: true, defaultValue: 1.5),
                W = table.Column<string>("TEXT", nullable: false, defaultValueSql: "lower('X')"),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_A", x => x.Id);
                table.UniqueConstraint("AK_A_Name", x => x.Name);
                table.CheckConstraint("CK_D", "D > 0");
            },
            comment: "table\nsecond"));

        Assert.Equal(
            """
            CREATE TABLE "A" (
                -- table
                -- second

                "Id" INTEGER NOT NULL CONSTRAINT "PK_A" PRIMARY KEY AUTOINCREMENT,

                -- col
                -- c2
                "Name" TEXT COLLATE NOCASE NOT NULL,

                "D" REAL NULL DEFAULT 1.5,

                "W" TEXT NOT NULL DEFAULT (lower('X')),
                CONSTRAINT "AK_A_Name" UNIQUE ("Name"),
                CONSTRAINT "CK_D" CHECK (D > 0)
            )
            """.ReplaceLineEndings("\n"),
            file.Text("A"));
    }

    [Fact]
    public void Foreign_keys_in_a_circle_are_part_of_the_new_tables()
    {
        using var file = new SqliteFile();

        var script = file.Apply(CreateCircle);

        Assert.False(script.HasRebuild);
        Assert.Equal(2, script.Statements.Count(s => s.Text.StartsWith("CREATE TABLE", StringComparison.Ordinal)));
        Assert.Equal(["A"], file.Query("SELECT \"table\" FROM pragma_foreign_key_list('B')"));
        Assert.Equal(["B"], file.Query("SELECT \"table\" FROM pragma_foreign_key_list('A')"));
    }

    [Fact]
    public void Tables_in_a_circle_are_dropped_without_a_rebuild()
    {
        using var file = new SqliteFile();
        file.Apply(CreateCircle);
        file.Execute("INSERT INTO A VALUES (1, NULL); INSERT INTO B VALUES (1, 1); UPDATE A SET BId = 1");

        var script = file.Apply(m =>
        {
            m.DropForeignKey("FK_A_B", "A");
            m.DropTable("B");
            m.DropTable("A");
        });

        Assert.Equal(["DROP TABLE \"B\"", "DROP TABLE \"A\""], script.Statements.Select(s => s.Text));
    }

    [Fact]
    public void Dropping_a_table_deletes_no_row_of_the_tables_that_point_to_it()
    {
        using var file = ShopFile.Create();
        file.Execute("DROP VIEW Totals");

        file.Apply(m =>
        {
            m.Sql("DROP VIEW IF EXISTS Totals");
            m.DropForeignKey("FK_Orders_Customers_CustomerId", "Orders");
            m.DropTable("Customers");
        });

        Assert.Equal(ShopFile.Orders, ShopFile.OrdersOf(file));
        Assert.Empty(file.Query("PRAGMA foreign_key_list(Orders)"));
    }

    [Fact]
    public void A_table_created_and_dropped_leaves_nothing()
    {
        using var file = new SqliteFile();

        var script = file.Apply(m =>
        {
            m.CreateTable("T", table => new { Id = table.Column<int>("INTEGER", nullable: false) });
            m.DropTable("T");
        });

        Assert.Empty(script.Statements);
    }

    [Fact]
    public void A_table_dropped_and_created_is_new()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.DropTable("Orders");
            m.CreateTable("Orders", table => new { Id = table.Column<int>("INTEGER", nullable: false), Text = table.Column<string>("TEXT", nullable: true) });
        });

        Assert.Empty(file.Query("SELECT Id, Text FROM Orders"));
    }

    [Fact]
    public void A_renamed_table_keeps_all_and_is_followed_by_all()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m => m.RenameTable("Customers", newName: "Clients"));

        Assert.False(script.HasRebuild);
        Assert.Equal(["Clients"], file.Query("SELECT \"table\" FROM pragma_foreign_key_list('Orders')"));
        Assert.Equal(["1|Ann", "2|Bob", "3|Cid"], file.Query("SELECT Id, Name FROM Clients ORDER BY Id"));
    }

    [Fact]
    public void A_table_with_gathered_drops_is_rebuilt_under_its_new_name()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m =>
        {
            m.DropPrimaryKey("PK_Orders", "Orders");
            m.DropColumn("Total", "Orders");
            m.RenameTable("Orders", newName: "Sales");
            m.AddPrimaryKey("PK_Sales", "Sales", "Id");
        });

        Assert.Single(script.Statements, s => s.Text.StartsWith("DROP TABLE \"", StringComparison.Ordinal));
        Assert.Equal(["1|1", "2|1", "3|2"], file.Query("SELECT * FROM Sales ORDER BY Id"));
    }

    [Fact]
    public void The_name_of_a_renamed_table_can_be_given_to_a_new_one()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.RenameTable("Orders", newName: "OldOrders");
            m.CreateTable("Orders", table => new { Id = table.Column<int>("INTEGER", nullable: false) });
        });

        Assert.Equal(["3"], file.Query("SELECT COUNT(*) FROM OldOrders"));
        Assert.Equal(["0"], file.Query("SELECT COUNT(*) FROM Orders"));
    }

    [Fact]
    public void A_name_can_change_in_case_only()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.RenameTable("Orders", newName: "orders");
            m.RenameColumn("Total", "orders", "total");
            m.RenameIndex("IX_Orders_CustomerId", "ix_orders", "orders");
            m.RenameIndex("ix_orders", "IX_ORDERS", "orders");
        });

        Assert.Equal(["orders"], file.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'orders'"));
        Assert.Equal(["IX_ORDERS"], file.Query("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix\\_orders' ESCAPE '\\'"));
        Assert.Equal(["1|1|10.5", "2|1|20", "3|2|7.25"], file.Query("SELECT Id, CustomerId, total FROM orders ORDER BY Id"));
    }

    private static void CreateCircle(MigrationBuilder migration)
    {
        migration.CreateTable(
            "A",
            table => new { Id = table.Column<int>("INTEGER", nullable: false), BId = table.Column<int>("INTEGER", nullable: true) },
            constraints: table => table.PrimaryKey("PK_A", x => x.Id));
        migration.CreateTable(
            "B",
            table => new { Id = table.Column<int>("INTEGER", nullable: false), AId = table.Column<int>("INTEGER", nullable: true) },
            constraints: table =>
            {
                table.PrimaryKey("PK_B", x => x.Id);
                table.ForeignKey("FK_B_A", x => x.AId, "A", "Id", onDelete: ReferentialAction.Restrict);
            });
        migration.CreateIndex("IX_A_BId", "A", "BId");
        migration.AddForeignKey("FK_A_B", "A", "BId", "B", principalColumn: "Id", onDelete: ReferentialAction.Restrict);
    }
}
