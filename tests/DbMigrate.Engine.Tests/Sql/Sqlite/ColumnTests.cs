using System;
using System.Linq;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>What becomes of the values of changed columns.</summary>
public sealed class ColumnTests
{
    [Fact]
    public void Columns_that_sqlite_can_add_are_added_in_place()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m =>
        {
            m.AddColumn<string>("Note", "Customers", "TEXT", nullable: true, collation: "NOCASE");
            m.AddColumn<int>("Level", "Customers", "INTEGER", nullable: false, defaultValue: -1);
            m.AddColumn<string>("Upper", "Customers", "TEXT", nullable: true, computedColumnSql: "upper(Name)");
        });

        Assert.False(script.HasRebuild);
        Assert.Equal(3, script.Statements.Count);
        Assert.Equal(["NULL|-1|ANN", "NULL|-1|BOB", "NULL|-1|CID"], file.Query("SELECT Note, Level, Upper FROM Customers ORDER BY Id"));
    }

    [Fact]
    public void A_column_that_nothing_uses_is_dropped_in_place()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m => m.DropColumn("Total", "Orders"));

        Assert.Equal(["ALTER TABLE \"Orders\" DROP COLUMN \"Total\""], script.Statements.Select(s => s.Text));
        Assert.Equal(["1|1", "2|1", "3|2"], file.Query("SELECT * FROM Orders ORDER BY Id"));
    }

    [Fact]
    public void A_dropped_column_does_not_leave_its_comment_to_the_next()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", table => new
        {
            A = table.Column<int>("INTEGER", nullable: true, comment: "about A"),
            B = table.Column<int>("INTEGER", nullable: true),
        }));

        file.Apply(m => m.DropColumn("A", "T"));

        Assert.DoesNotContain("about A", file.Text("T"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_replaces_one_of_the_same_name_does_not_get_its_values()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.DropColumn("Total", "Orders");
            m.AddColumn<string>("Total", "Orders", "TEXT", nullable: false, defaultValue: "x").Annotation("DbMigrate:Fill", true);
        });

        Assert.Equal(["1|1|x", "2|1|x", "3|2|x"], ShopFile.OrdersOf(file));
    }

    [Fact]
    public void A_column_takes_the_name_of_a_dropped_one_with_its_own_values()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", table => new
        {
            Id = table.Column<int>("INTEGER", nullable: false),
            A = table.Column<string>("TEXT", nullable: true),
            B = table.Column<string>("TEXT", nullable: true),
        }, constraints: table => table.PrimaryKey("PK_T", x => x.Id)));
        file.Execute("INSERT INTO T VALUES (1, 'a', 'b')");

        file.Apply(m =>
        {
            m.DropColumn("A", "T");
            m.RenameColumn("B", "T", "A");
            m.AddColumn<string>("B", "T", "TEXT", nullable: false, defaultValue: "new").Annotation("DbMigrate:Fill", true);
            m.CreateIndex("IX_T_A", "T", "A", unique: true);
        });

        Assert.Equal(["1|b|new"], file.Query("SELECT Id, A, B FROM T"));
    }

    [Fact]
    public void All_columns_can_be_replaced_and_the_rows_stay()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", table => new
        {
            A = table.Column<int>("INTEGER", nullable: true),
            B = table.Column<int>("INTEGER", nullable: true, computedColumnSql: "1 + 1"),
        }));
        file.Execute("INSERT INTO T (A) VALUES (1), (2)");

        file.Apply(m =>
        {
            m.DropColumn("A", "T");
            m.AddColumn<int>("C", "T", "INTEGER", nullable: true);
        });

        Assert.Equal(["NULL|2", "NULL|2"], file.Query("SELECT C, B FROM T"));
    }

    [Fact]
    public void A_fill_may_be_an_expression_over_the_other_columns()
    {
        using var file = ShopFile.Create();

        file.Apply(m =>
        {
            m.RenameColumn("Email", "Customers", "Mail");
            m.AddColumn<string>("Slug", "Customers", "TEXT", nullable: false, defaultValueSql: "lower(Name) || coalesce(Mail, '')").Annotation("DbMigrate:Fill", true);
        });

        Assert.Equal(["annann@x.org", "bob", "cidcid@x.org"], file.Query("SELECT Slug FROM Customers ORDER BY Id"));
    }

    [Fact]
    public void Making_a_column_required_fills_only_the_rows_without_a_value()
    {
        using var file = ShopFile.Create();

        file.Apply(m => m.AlterColumn<int>("Age", "Customers", "INTEGER", nullable: false, defaultValue: 18, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true).Annotation("DbMigrate:Fill", true));

        Assert.Equal(["30", "40", "18"], file.Query("SELECT Age FROM Customers ORDER BY Id"));
        Assert.Throws<SqliteException>(() => file.Execute("INSERT INTO Customers (Name) VALUES ('New')"));
    }

    [Fact]
    public void Making_a_column_required_without_a_fill_fails_where_a_row_has_no_value()
    {
        using var file = ShopFile.Create();

        var error = Assert.Throws<SqliteException>(() => file.Apply(m => m.AlterColumn<int>("Age", "Customers", "INTEGER", nullable: false, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true)));

        Assert.Contains("NOT NULL", error.Message, StringComparison.Ordinal);
        Assert.Equal(ShopFile.Customers, ShopFile.CustomersOf(file));
    }

    [Theory]
    [InlineData("TEXT", "INTEGER", "'12'", "12|integer")]
    [InlineData("TEXT", "REAL", "'1.5'", "1.5|real")]
    [InlineData("INTEGER", "TEXT", "12", "12|text")]
    [InlineData("REAL", "TEXT", "9.99", "9.99|text")]
    [InlineData("REAL", "INTEGER", "3.0", "3|integer")]
    [InlineData("INTEGER", "REAL", "3", "3.0|real")]
    [InlineData("TEXT", "BLOB", "'ab'", "ab|blob")]
    [InlineData("TEXT", "NUMERIC", "'2.5'", "2.5|real")]
    [InlineData("TEXT", "DATETIME", "NULL", "NULL|null")]
    [InlineData("BLOB", "TEXT", "NULL", "NULL|null")]
    public void A_value_that_its_new_type_holds_is_converted(string from, string to, string value, string expected)
    {
        using var file = ValueFile(from, value);

        file.Apply(m => m.AlterColumn<string>("V", "T", to, nullable: true, oldClrType: typeof(string), oldType: from, oldNullable: true));

        Assert.Equal([expected], file.Query("SELECT V, typeof(V) FROM T"));
    }

    [Theory]
    [InlineData("TEXT", "INTEGER", "'twelve'")]
    [InlineData("TEXT", "INTEGER", "'1.5'")]
    [InlineData("TEXT", "DATETIME", "'2024-05-01'")]
    [InlineData("REAL", "INTEGER", "1.5")]
    [InlineData("BLOB", "TEXT", "x'00ff'")]
    [InlineData("INTEGER", "BLOB", "5")]
    public void A_value_that_its_new_type_cannot_hold_is_an_error_that_names_the_column(string from, string to, string value)
    {
        using var file = ValueFile(from, value);

        var error = Assert.Throws<SqliteException>(() => file.Apply(m => m.AlterColumn<string>("V", "T", to, nullable: true, oldClrType: typeof(string), oldType: from, oldNullable: true)));

        Assert.Contains($"T.V has values that {to} cannot hold", error.Message, StringComparison.Ordinal);
        Assert.Equal([from], file.Query("SELECT type FROM pragma_table_info('T') WHERE name = 'V'"));
    }

    [Fact]
    public void Values_that_do_not_fit_their_new_type_may_be_mended_within_the_revision()
    {
        using var file = ValueFile("TEXT", "'Active'");

        file.Apply(m =>
        {
            m.AlterColumn<int>("V", "T", "INTEGER", nullable: true, oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);
            m.Sql("UPDATE T SET V = CASE V WHEN 'Active' THEN 1 ELSE 0 END");
            m.RenameColumn("V", "T", "Status");
            m.RenameTable("T", newName: "U");
        });

        Assert.Equal(["1|integer"], file.Query("SELECT Status, typeof(Status) FROM U"));
    }

    [Fact]
    public void A_computed_column_that_becomes_an_ordinary_one_keeps_its_values()
    {
        using var file = ShopFile.Create();

        file.Apply(m => m.AlterColumn<string>("Label", "Customers", "TEXT", nullable: true, oldClrType: typeof(string), oldType: "TEXT", oldNullable: true));

        Assert.Equal(["Ann 1", "Bob 2", "Cid 3"], file.Query("SELECT Label FROM Customers ORDER BY Id"));
    }

    [Fact]
    public void Another_key_gives_the_rows_new_ids()
    {
        using var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", table => new { Code = table.Column<string>("TEXT", nullable: false) }, constraints: table => table.PrimaryKey("PK_T", x => x.Code)));
        file.Execute("INSERT INTO T VALUES ('b'), ('a')");

        file.Apply(m =>
        {
            m.DropPrimaryKey("PK_T", "T");
            m.AddColumn<int>("Id", "T", "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true);
            m.AddPrimaryKey("PK_T", "T", "Id");
            m.CreateIndex("IX_T_Code", "T", "Code", unique: true);
        });

        Assert.Equal(["1", "2"], file.Query("SELECT Id FROM T ORDER BY Id"));
        Assert.Equal(["a", "b"], file.Query("SELECT Code FROM T ORDER BY Code"));
    }

    [Fact]
    public void A_change_that_the_database_does_not_have_writes_nothing()
    {
        using var file = ShopFile.Create();

        var script = file.Apply(m => m.AlterColumn<long>("Age", "Customers", "INTEGER", nullable: true, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true));

        Assert.Empty(script.Statements);
    }

    private static SqliteFile ValueFile(string type, string value)
    {
        var file = new SqliteFile();
        file.Apply(m => m.CreateTable("T", table => new { V = table.Column<string>(type, nullable: true) }));
        file.Execute($"INSERT INTO T VALUES ({value})");
        return file;
    }
}
