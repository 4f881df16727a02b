using System;
using System.Linq;
using DbMigrate.Revisions.Errors;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Data operations, plain SQL, and what SQLite has nothing for.</summary>
public sealed class DataTests
{
    [Fact]
    public void Rows_are_inserted_updated_and_deleted_with_the_types_of_their_columns()
    {
        using var file = new SqliteFile();

        file.Apply(m =>
        {
            m.CreateTable(
                "T",
                table => new
                {
                    Id = table.Column<int>("INTEGER", nullable: false),
                    Name = table.Column<string>("TEXT", nullable: true),
                    Price = table.Column<decimal>("TEXT", nullable: true),
                    Data = table.Column<byte[]>("BLOB", nullable: true),
                    At = table.Column<DateTime>("TEXT", nullable: true),
                    IsOn = table.Column<bool>("INTEGER", nullable: true),
                },
                constraints: table => table.PrimaryKey("PK_T", x => x.Id));
            m.InsertData("T", ["Id", "Name", "Price", "Data", "At", "IsOn"], new object?[,]
            {
                { 1, "it's", 1.50m, new byte[] { 1, 255 }, new DateTime(2024, 5, 1, 12, 0, 0), true },
                { 2, null, null, null, null, null },
                { 3, "gone", null, null, null, false },
            });
            m.UpdateData("T", "Id", 2, ["Name", "Price"], ["two", 2m]);
            m.DeleteData("T", "Id", 3);
        });

        Assert.Equal(
            ["1|it's|1.5|01FF|2024-05-01 12:00:00|1", "2|two|2.0|NULL|NULL|NULL"],
            file.Query("SELECT Id, Name, Price, CASE WHEN Data IS NULL THEN NULL ELSE hex(Data) END, At, IsOn FROM T ORDER BY Id"));
    }

    [Fact]
    public void Sql_stands_as_it_was_written_and_outside_of_the_transaction_where_it_says_so()
    {
        using var file = ShopFile.Create();

        var script = file.Generate(m =>
        {
            m.Sql("DELETE FROM Log;\n");
            m.Sql("VACUUM;", suppressTransaction: true);
            m.Sql("SELECT 1 -- the end");
        });

        Assert.Equal(["DELETE FROM Log", "VACUUM", "SELECT 1 -- the end\n"], script.Statements.Select(s => s.Text));
        Assert.Equal([false, true, false], script.Statements.Select(s => s.SuppressTransaction));
    }

    [Fact]
    public void Sequences_are_refused_by_name()
    {
        using var file = new SqliteFile();

        var error = Assert.Throws<DbMigrateException>(() => file.Generate(m => m.CreateSequence("S")));

        Assert.Equal(ErrorCatalogue.NotSupportedByProvider, error.Kind);
    }

    [Fact]
    public void Schemas_are_ignored()
    {
        using var file = new SqliteFile();

        file.Apply(m =>
        {
            m.EnsureSchema("sales");
            m.CreateTable("T", table => new { Id = table.Column<int>("INTEGER", nullable: false) }, schema: "sales");
            m.RenameTable("T", schema: "sales", newName: "T", newSchema: "other");
            m.AddColumn<int>("N", "T", "INTEGER", schema: "other", nullable: true);
        });

        Assert.Empty(file.Query("SELECT Id, N FROM T"));
    }

    [Fact]
    public void Operations_are_only_read()
    {
        using var file = new SqliteFile();
        var operations = SqliteFile.Operations(m => m.CreateTable(
            "T",
            table => new { Id = table.Column<int>("INTEGER", nullable: false) },
            constraints: table => table.PrimaryKey("PK_T", x => x.Id)));

        var first = file.Generate(operations);
        var second = file.Generate(operations);

        Assert.Equal(first.Statements, second.Statements);
    }
}
