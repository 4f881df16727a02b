using System;
using DbMigrate.Revisions.Errors;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Triggers, views and indexes that plain SQL has made, and what plain SQL does to tables.</summary>
public sealed class SqlObjectTests
{
    [Theory]
    [InlineData("CREATE VIEW Ages AS SELECT Age FROM Customers", "view Ages")]
    [InlineData("CREATE TRIGGER Aged AFTER UPDATE ON Customers WHEN NEW.Age > 1 BEGIN DELETE FROM Log; END", "trigger Aged")]
    [InlineData("CREATE TRIGGER Sold AFTER INSERT ON Orders BEGIN INSERT INTO Log SELECT Age FROM Customers; END", "trigger Sold")]
    public void A_dropped_column_that_a_view_or_trigger_names_is_an_error_that_names_both(string sql, string name)
    {
        using var file = ShopFile.Create();
        file.Execute(sql);

        var error = Assert.Throws<SqliteException>(() => file.Apply(m =>
        {
            m.DropCheckConstraint("CK_Customers_Age", "Customers");
            m.DropColumn("Age", "Customers");
        }));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("Age", error.Message, StringComparison.Ordinal);
        Assert.Equal(ShopFile.Customers, ShopFile.CustomersOf(file));
    }

    [Fact]
    public void A_view_that_has_a_column_of_the_dropped_name_from_elsewhere_does_not_mind()
    {
        using var file = ShopFile.Create();
        file.Execute("CREATE TABLE Ages (Age INTEGER); CREATE VIEW Both AS SELECT c.Name, a.Age FROM Customers c, Ages a");
        var attachments = file.Attachments();

        file.Run(file.Generate(m =>
        {
            m.DropCheckConstraint("CK_Customers_Age", "Customers");
            m.DropColumn("Age", "Customers");
        }));

        Assert.Equal(attachments, file.Attachments());
        Assert.DoesNotContain("Age", file.Text("Customers"), StringComparison.Ordinal);
        Assert.DoesNotContain("_dbm", file.Text("Customers"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_sql_of_the_same_revision_hangs_on_a_table_in_another_case_survives_its_rebuild()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.Sql("CREATE TRIGGER T1 AFTER DELETE ON customers BEGIN DELETE FROM Log; END");
            m.Sql("CREATE INDEX IX_Age ON CUSTOMERS (age DESC)");
            m.Sql("DROP INDEX ix_customers_email");
            m.DropUniqueConstraint("AK_Customers_Name", "Customers");
        });

        Assert.Equal(["CREATE TRIGGER T1 AFTER DELETE ON customers BEGIN DELETE FROM Log; END"], file.Query("SELECT sql FROM sqlite_master WHERE name = 'T1'"));
        Assert.Equal(["Customers"], file.Query("SELECT tbl_name FROM sqlite_master WHERE name = 'IX_Age'"));
    }

    [Fact]
    public void Triggers_and_views_follow_a_renamed_column_into_the_rebuild_after_it()
    {
        using var file = ShopFile.Create();
        file.Apply(m =>
        {
            m.Sql("CREATE TRIGGER Named AFTER UPDATE OF Name, Age ON Customers WHEN OLD.Name <> NEW.Name BEGIN UPDATE Customers SET Name = upper(Name) WHERE Customers.Name = NEW.Name; END");
            m.Sql("CREATE TRIGGER Other AFTER DELETE ON Orders BEGIN INSERT INTO Log SELECT x.Name || OLD.Id AS Name FROM Customers AS x WHERE x.[Name] <> 'Name' AND name <> ''; END");
            m.Sql("CREATE VIEW Names AS SELECT \"Name\" || ' ' || (SELECT c2.Name FROM Customers c2 LIMIT 1) Name FROM Customers");
        });

        file.Apply(m =>
        {
            m.RenameColumn("Name", "Customers", "Full name");
            m.RenameColumn("Id", "Orders", "Number");
            m.AddCheckConstraint("CK_Name", "Customers", "\"Full name\" <> ''");
            m.AddCheckConstraint("CK_Number", "Orders", "Number > 0");
        });

        file.Execute("UPDATE Customers SET \"Full name\" = 'Zed' WHERE Id = 1");
        file.Execute("DELETE FROM Orders WHERE Number = 3");
        Assert.Equal(["ZED", "Bob", "Cid"], file.Query("SELECT \"Full name\" FROM Customers ORDER BY Id"));
        Assert.Equal(["Bob3", "Cid3", "ZED3"], file.Query("SELECT Text FROM Log ORDER BY Text"));
    }

    [Fact]
    public void A_table_that_sql_of_the_same_revision_has_changed_is_not_rebuilt_from_its_old_shape()
    {
        using var file = ShopFile.Create();

        var error = Assert.Throws<DbMigrateException>(() => file.Generate(m =>
        {
            m.Sql("ALTER TABLE customers ADD COLUMN Extra TEXT;");
            m.AddCheckConstraint("CK_Name", "Customers", "\"Name\" <> ''");
        }));

        Assert.Equal(ErrorCatalogue.NotSupportedByProvider, error.Kind);
        Assert.Contains("Customers", error.Message, StringComparison.Ordinal);
    }
}
