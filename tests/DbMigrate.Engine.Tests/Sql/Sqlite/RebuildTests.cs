using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Changes that SQLite cannot make in place lose nothing.</summary>
public sealed class RebuildTests
{
    private static readonly Dictionary<string, Action<MigrationBuilder>> Changes = new()
    {
        ["make a column required"] = m => m.AlterColumn<int>("Age", "Customers", "INTEGER", nullable: false, defaultValue: 1, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true).Annotation("DbMigrate:Fill", true),
        ["make a column optional"] = m => m.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true, collation: "NOCASE", oldClrType: typeof(string), oldType: "TEXT"),
        ["change a type"] = m => m.AlterColumn<double>("Age", "Customers", "REAL", nullable: true, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true),
        ["change a default"] = m => m.AlterColumn<string>("Email", "Customers", "TEXT", nullable: true, defaultValue: "it's", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true),
        ["change a collation"] = m => m.AlterColumn<string>("Email", "Customers", "TEXT", nullable: true, collation: "RTRIM", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true),
        ["change a computed column"] = m => m.AlterColumn<string>("Label", "Customers", "TEXT", nullable: true, computedColumnSql: "upper(Name)", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true),
        ["comment a column"] = m => m.AlterColumn<string>("Email", "Customers", "TEXT", nullable: true, comment: "one\ntwo", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true),
        ["comment the table"] = m => m.AlterTable("Customers", comment: "Who\n\nbuys"),
        ["add a commented column"] = m => m.AddColumn<string>("Note", "Customers", "TEXT", nullable: true, comment: "-- odd"),
        ["add a column whose default is an expression"] = m => m.AddColumn<string>("At", "Customers", "TEXT", nullable: false, defaultValueSql: "CURRENT_TIMESTAMP"),
        ["add a filled column"] = m => m.AddColumn<string>("Slug", "Customers", "TEXT", nullable: false, defaultValueSql: "lower(\"Name\")").Annotation("DbMigrate:Fill", true),
        ["add a stored column"] = m => m.AddColumn<int>("Twice", "Customers", "INTEGER", nullable: true, computedColumnSql: "\"Age\" * 2", stored: true),
        ["add a check"] = m => m.AddCheckConstraint("CK_Name", "Customers", "length(\"Name\") > 1"),
        ["drop a check"] = m => m.DropCheckConstraint("CK_Customers_Age", "Customers"),
        ["add a unique constraint"] = m => m.AddUniqueConstraint("AK_Both", "Customers", ["Email", "Name"]),
        ["drop a unique constraint"] = m => m.DropUniqueConstraint("AK_Customers_Name", "Customers"),
        ["rename the primary key"] = m =>
        {
            m.DropPrimaryKey("PK_Customers", "Customers");
            m.AddPrimaryKey("PK_2", "Customers", "Id");
        },
        ["add a reference to itself"] = m =>
        {
            m.AddColumn<int>("Referrer", "Customers", "INTEGER", nullable: true);
            m.CreateIndex("IX_Referrer", "Customers", "Referrer");
            m.AddForeignKey("FK_Referrer", "Customers", "Referrer", "Customers", principalColumn: "Id", onDelete: ReferentialAction.SetNull);
        },
        ["drop a column that a check needed"] = m =>
        {
            m.AddColumn<int>("Old", "Customers", "INTEGER", nullable: true);
            m.AddCheckConstraint("CK_Old", "Customers", "Old > 0");
            m.Sql("UPDATE Customers SET Old = 1");
            m.DropCheckConstraint("CK_Old", "Customers");
            m.DropColumn("Old", "Customers");
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_keeps_rows_children_indexes_triggers_views_and_the_autoincrement_mark(string change)
    {
        using var file = ShopFile.Create();
        var attachments = file.Attachments();

        var script = file.Apply(Changes[change]);

        Assert.True(script.HasRebuild);
        var customers = ShopFile.CustomersOf(file);
        Assert.Equal(ShopFile.Customers.Length, customers.Length);
        Assert.Equal(ShopFile.Customers[0], customers[0].Replace("30.0", "30", StringComparison.Ordinal));
        Assert.Equal(ShopFile.Orders, ShopFile.OrdersOf(file));
        Assert.Empty(attachments.Except(file.Attachments()));
        Assert.Equal(["9"], file.Query("SELECT seq FROM sqlite_sequence WHERE name = 'Customers'"));
        Assert.Equal(["Ann|2", "Bob|1", "Cid|0"], file.Query("SELECT * FROM Totals ORDER BY Name"));
        Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
        Assert.Equal(["0"], file.Query("PRAGMA legacy_alter_table"));
        Assert.Empty(file.Query("SELECT name FROM sqlite_master WHERE name LIKE '\\_dbm%' ESCAPE '\\'"));
    }

    [Fact]
    public void Nothing_of_a_rebuilt_table_acts_otherwise_than_before()
    {
        using var file = ShopFile.Create();

        file.Apply(m => m.AddCheckConstraint("CK_Name", "Customers", "length(\"Name\") > 1"));

        file.Execute("INSERT INTO Customers (Name) VALUES ('New')");
        Assert.Equal(["10|New 10"], file.Query("SELECT Id, Label FROM Customers WHERE Name = 'new'"));
        Assert.Equal(["customer 10"], file.Query("SELECT Text FROM Log"));
        Assert.Throws<SqliteException>(() => file.Execute("INSERT INTO Customers (Name) VALUES ('ANN')"));
        Assert.Throws<SqliteException>(() => file.Execute("INSERT INTO Customers (Name, Email) VALUES ('Dan', 'ann@x.org')"));
        Assert.Throws<SqliteException>(() => file.Execute("UPDATE Customers SET Age = 0"));
        Assert.Throws<SqliteException>(() => file.Execute("UPDATE Customers SET Name = 'x' WHERE Id = 1"));
        file.Execute("DELETE FROM Customers WHERE Id = 1");
        Assert.Equal(["3|2|7.25"], ShopFile.OrdersOf(file));
    }

    [Fact]
    public void A_rebuilt_child_keeps_its_foreign_key_with_both_actions()
    {
        using var file = ShopFile.Create();

        file.Apply(m => m.AddCheckConstraint("CK_Total", "Orders", "\"Total\" <> ''"));

        Assert.Equal(["0|0|Customers|CustomerId|Id|CASCADE|CASCADE|NONE"], file.Query("PRAGMA foreign_key_list(Orders)"));
        Assert.Equal(ShopFile.Orders, ShopFile.OrdersOf(file));
        file.Execute("UPDATE Customers SET Id = 20 WHERE Id = 1");
        Assert.Equal(["20", "20", "2"], file.Query("SELECT CustomerId FROM Orders ORDER BY Id"));
    }

    [Fact]
    public void A_foreign_key_gets_another_delete_action()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.DropForeignKey("FK_Orders_Customers_CustomerId", "Orders");
            m.AddForeignKey("FK_Orders_Customers_CustomerId", "Orders", "CustomerId", "Customers", principalColumn: "Id", onDelete: ReferentialAction.Restrict);
        });

        Assert.Equal(["0|0|Customers|CustomerId|Id|NO ACTION|RESTRICT|NONE"], file.Query("PRAGMA foreign_key_list(Orders)"));
        Assert.Throws<SqliteException>(() => file.Execute("DELETE FROM Customers WHERE Id = 1"));
    }

    [Fact]
    public void A_foreign_key_that_rows_violate_fails_and_leaves_everything_as_it_was()
    {
        using var file = ShopFile.Create();
        var before = file.Query("SELECT * FROM sqlite_master");

        Assert.Throws<InvalidOperationException>(() => file.Apply(m => m.AddForeignKey("FK_Age", "Customers", "Age", "Orders", principalColumn: "Id")));

        Assert.Equal(before, file.Query("SELECT * FROM sqlite_master"));
    }

    [Fact]
    public void Several_changes_to_a_table_are_one_rebuild()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m =>
        {
            m.DropCheckConstraint("CK_Customers_Age", "Customers");
            m.DropUniqueConstraint("AK_Customers_Name", "Customers");
            m.RenameColumn("Age", "Customers", "Years");
            m.AddColumn<string>("Country", "Customers", "TEXT", nullable: false, defaultValue: "XX").Annotation("DbMigrate:Fill", true);
            m.CreateIndex("IX_Customers_Country", "Customers", "Country");
            m.AddCheckConstraint("CK_Customers_Years", "Customers", "\"Years\" < 200");
        });

        Assert.Single(script.Statements, s => s.Text.StartsWith("DROP TABLE \"", StringComparison.Ordinal));
        Assert.Equal(["1|Ann|30|XX", "2|Bob|40|XX", "3|Cid|NULL|XX"], file.Query("SELECT Id, Name, Years, Country FROM Customers ORDER BY Id"));
        Assert.DoesNotContain("DEFAULT", file.Text("Customers"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_between_operations_sees_the_table_as_it_is_there()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.AddColumn<string>("First", "Customers", "TEXT", nullable: false, defaultValue: "").Annotation("DbMigrate:Fill", true);
            m.Sql("UPDATE Customers SET First = substr(Name, 1, 1);");
            m.AddCheckConstraint("CK_First", "Customers", "\"First\" <> ''");
        });

        Assert.Equal(["A", "B", "C"], file.Query("SELECT First FROM Customers ORDER BY Id"));
    }

    [Fact]
    public void Rows_keep_the_ids_that_no_column_shows()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("Notes", table => new { Text = table.Column<string>("TEXT", nullable: true) }));
        file.Execute("INSERT INTO Notes (rowid, Text) VALUES (5, 'five'), (7, 'seven')");

        file.Apply(m => m.AddCheckConstraint("CK_Text", "Notes", "\"Text\" <> ''"));

        Assert.Equal(["5|five", "7|seven"], file.Query("SELECT rowid, Text FROM Notes"));
    }

    [Fact]
    public void The_mark_of_an_emptied_table_stays()
    {
        using var file = ShopFile.Create();
        file.Execute("DELETE FROM Customers");

        file.Apply(m => m.DropCheckConstraint("CK_Customers_Age", "Customers"));

        file.Execute("INSERT INTO Customers (Name) VALUES ('New')");
        Assert.Equal(["10"], file.Query("SELECT Id FROM Customers"));
    }

    [Fact]
    public void Rows_keep_their_ids_when_a_key_goes_and_another_column_takes_its_name()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", t => new { Id = t.Column<int>("INTEGER"), Size = t.Column<int>("INTEGER") }, constraints: t => t.PrimaryKey("PK_T", x => x.Id)));
        file.Execute("INSERT INTO T VALUES (1, 7), (2, 7)");
        file.Apply(m =>
        {
            m.DropPrimaryKey("PK_T", "T");
            m.RenameColumn("Id", "T", "Old");
            m.RenameColumn("Size", "T", "Id");
            m.AddCheckConstraint("CK_T", "T", "Id > 0");
        });

        Assert.Equal(["1|1|7", "2|2|7"], file.Query("SELECT rowid, Old, Id FROM T"));
    }
}
