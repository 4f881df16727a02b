using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

public sealed class TableReplayTests : ReplayTest
{
    [Fact]
    public void A_table_is_created_with_all_that_is_on_it()
    {
        var table = Shop.Tables["Customers"];

        Assert.Equal(["Id", "Name", "Note", "Upper"], table.Columns.Select(c => c.Name));
        Assert.Equal(new Column { Name = "Name", StoreType = "TEXT", DefaultSql = "'?'" }, table.FindColumn("Name"));
        Assert.Equal(new Column { Name = "Upper", StoreType = "TEXT", IsNullable = true, ComputedSql = "upper(Name)", IsStored = true }, table.FindColumn("Upper"));
        Assert.Equal(true, table.FindColumn("Id")!.Annotations["Sqlite:Autoincrement"]);
        Assert.Equal(new Key("PK_Customers", ["Id"]), table.PrimaryKey);
        Assert.Equal([new Key("AK_Customers_Name", ["Name"])], table.UniqueConstraints);
        Assert.Equal([new Check("CK_Name", "length(Name) > 0")], table.Checks);
        Assert.Equal([new Index("IX_Customers_Name", ["Name", "Note"]) { IsUnique = true, Filter = "Name IS NOT NULL", IsDescending = [true, false] }], table.Indexes);
        Assert.Equal([new ForeignKey("FK_Orders_Customers", ["CustomerId"], "Customers", ["Id"]) { OnDelete = ReferentialAction.Cascade }], Shop.Tables["Orders"].ForeignKeys);
    }

    [Fact]
    public void A_table_without_a_key_has_none()
        => Assert.Null(Replay(Shop, b => b.CreateTable("Plain", t => new { A = t.Column<int>("INTEGER") })).Tables["Plain"].PrimaryKey);

    [Fact]
    public void A_dropped_table_is_gone_with_its_triggers_and_can_be_created_again_without_its_rows()
    {
        var schema = Replay(Shop, b =>
        {
            b.Sql("CREATE TRIGGER tr AFTER INSERT ON Customers BEGIN SELECT 1; END");
            b.InsertData("Customers", ["Id", "Name"], [3, "Cid"]);
            b.DropTable("Customers");
            b.CreateTable("Customers", t => new { A = t.Column<int>("INTEGER") });
        });

        Assert.Empty(schema.Triggers);
        Assert.Empty(schema.Tables["Customers"].Seeds);
        Assert.Equal(["A"], schema.Tables["Customers"].Columns.Select(c => c.Name));
    }

    [Fact]
    public void A_new_name_is_followed_by_foreign_keys_rows_triggers_views_and_raw_indexes()
    {
        var schema = Replay(Shop, b =>
        {
            b.Sql("CREATE TRIGGER tr AFTER INSERT ON Customers BEGIN UPDATE Customers SET Note = 'Customers'; END; CREATE VIEW v AS SELECT * FROM Customers; CREATE INDEX ix ON Customers (lower(Name))");
            b.InsertData("Customers", ["Id", "Name"], [3, "Cid"]);
            b.RenameTable("Customers", newName: "Clients");
            b.UpdateData("Clients", "Id", 3, "Name", "Dan");
        });

        Assert.Equal(["Clients", "Orders"], schema.Tables.Keys.Select(n => n.Name));
        Assert.Equal("Clients", schema.Tables["Orders"].ForeignKeys[0].PrincipalTable.Name);
        Assert.Equal("Dan", schema.Tables["Clients"].Seeds[2].Values["Name"]);
        Assert.Equal("Clients", schema.Triggers["tr"].Table.Name);
        Assert.Equal("CREATE TRIGGER tr AFTER INSERT ON \"Clients\" BEGIN UPDATE \"Clients\" SET Note = 'Customers'; END", schema.Triggers["tr"].Sql);
        Assert.Equal("CREATE VIEW v AS SELECT * FROM \"Clients\"", schema.Views["v"]);
        Assert.Contains("\"Clients\"", schema.Tables["Clients"].Indexes[1].RawSql, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_count_where_the_database_has_them()
    {
        void Script(MigrationBuilder b)
        {
            b.EnsureSchema("shop");
            b.CreateTable("T", t => new { A = t.Column<int>("INTEGER") }, schema: "shop");
            b.RenameTable("T", "shop", "T", "archive");
        }

        Assert.Equal([new ObjectName("archive", "T")], Replay(SchemaState.Empty, Script, Server).Tables.Keys);
        Assert.Equal(["shop"], Replay(SchemaState.Empty, Script, Server).Schemas);
        Assert.Equal([new ObjectName(null, "T")], Replay(SchemaState.Empty, Script).Tables.Keys);
        Assert.Empty(Replay(SchemaState.Empty, Script).Schemas);
        Assert.Equal([new ObjectName(null, "T")], Replay(SchemaState.Empty, b => { Script(b); b.RenameTable("T", "archive"); }, Server).Tables.Keys);
    }

    [Fact]
    public void Comments_and_annotations_of_a_table_are_changed_and_others_stay()
    {
        var table = Customers(b =>
        {
            b.AlterTable("Customers", comment: "first\r\nline").Annotation("DbMigrate:Strict", true).Annotation("X:A", 1);
            b.AlterTable("Customers", comment: "second", oldComment: "first").Annotation("X:B", "b").OldAnnotation("X:A", 1);
        });

        Assert.Equal("second", table.Comment);
        Assert.Equal(["DbMigrate:Strict", "X:B"], table.Annotations.Items.Select(p => p.Key));
        Assert.Equal("first\nline", Customers(b => b.AlterTable("Customers", comment: "first\r\nline")).Comment);
    }

    [Fact]
    public void What_does_not_fit_is_a_conflict_that_names_it()
    {
        Conflicts(b => b.CreateTable("Customers", t => new { A = t.Column<int>("INTEGER") }), "Customers");
        Conflicts(b => b.DropTable("Nothing"), "Nothing");
        Conflicts(b => b.RenameTable("Customers", newName: "Orders"), "Customers", "Orders");
        Conflicts(b => b.AlterTable("Nothing", comment: "x"), "Nothing");
        Conflicts(b => b.CreateTable("T", t => new { A = t.Column<int>("INTEGER"), B = t.Column<int>("INTEGER", name: "A") }), "T", "A");
        Conflicts(
            b =>
            {
                b.CreateTable("T", t => new { A = t.Column<int>("INTEGER") }, constraints: t => t.PrimaryKey("PK_T", x => x.A));
                ((CreateTableOperation)b.Operations[0]).PrimaryKey!.Columns = ["Z"];
            },
            "PK_T",
            "Z");
    }

    [Fact]
    public void A_thousand_tables_and_ten_thousand_rows_are_replayed_without_looking_at_all_for_each()
    {
        var schema = Replay(SchemaState.Empty, b =>
        {
            for (var i = 0; i < 1000; i++)
            {
                b.CreateTable($"T{i}", t => new { Id = t.Column<int>("INTEGER"), A = t.Column<int>("INTEGER"), B = t.Column<int>("INTEGER") }, constraints: t => t.PrimaryKey("PK", x => x.Id));
                b.CreateIndex($"IX{i}", $"T{i}", "A");
                b.AddColumn<string>("C", $"T{i}", "TEXT", nullable: true);
                b.RenameColumn("A", $"T{i}", "D");
            }

            for (var i = 0; i < 10_000; i++)
            {
                b.InsertData("T0", ["Id", "B"], [i, i]);
                b.UpdateData("T0", "Id", i, "B", i + 1);
            }
        });

        Assert.Equal(1000, schema.Tables.Count);
        Assert.Equal(10_000, schema.Tables["T0"].Seeds.Count);
    }
}
