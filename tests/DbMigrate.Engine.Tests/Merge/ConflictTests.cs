using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using Up = System.Action<Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder>;

namespace DbMigrate.Engine.Tests.Merge;

/// <summary>What two people can do to one schema, and what merging it says.</summary>
public sealed class ConflictTests
{
    // What one does, what the other does, and the conflicts; none where there are none.
    private static readonly Dictionary<string, (Up Left, Up Right, string[] Conflicts)> Cases = new()
    {
        ["different columns of one table"] = (
            m => m.AddColumn<string>("Email", "Customers", "TEXT", nullable: true),
            m => m.AddColumn<string>("Phone", "Customers", "TEXT", nullable: true), []),
        ["different tables"] = (Table("Tags"), Table("Notes"), []),
        ["the same column added"] = (
            m => m.AddColumn<string>("Email", "Customers", "TEXT", nullable: true),
            m => m.AddColumn<string>("Email", "Customers", "TEXT", nullable: true), ["BothCreate column Customers.Email"]),
        ["the same table created"] = (Table("Tags"), Table("Tags"), ["BothCreate table Tags"]),
        ["the same index created"] = (Index("IX_Name", "Name"), Index("IX_Name", "Fax"), ["BothCreate index Customers.IX_Name"]),
        ["an index of one name on two tables"] = (
            Index("IX_Total", "Name"), m => m.CreateIndex("IX_Total", "Orders", "Total"), ["OrderMatters revision b1", "OrderMatters revision a1"]),
        ["a column changed to different ends"] = (
            m => m.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true),
            m => m.AlterColumn<string>("Name", "Customers", "TEXT", defaultValue: "?"), ["BothChange column Customers.Name"]),
        ["a column changed to the same end"] = (
            m => m.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true),
            m => m.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true), []),
        ["a column dropped and changed"] = (
            m => m.DropColumn("Fax", "Customers"),
            m => m.AlterColumn<string>("Fax", "Customers", "TEXT", nullable: true, defaultValue: "none"), ["RemoveAndChange column Customers.Fax"]),
        ["a column renamed and changed"] = (
            m => m.RenameColumn("Name", "Customers", "FullName"),
            m => m.AlterColumn<string>("Name", "Customers", "TEXT", nullable: true), ["RemoveAndChange column Customers.Name"]),
        ["a column dropped and indexed"] = (m => m.DropColumn("Fax", "Customers"), Index("IX_Fax", "Fax"), ["RemoveAndUse column Customers.Fax"]),
        ["a column dropped twice"] = (m => m.DropColumn("Fax", "Customers"), m => m.DropColumn("Fax", "Customers"), ["BothRemove column Customers.Fax"]),
        ["two columns renamed to one name"] = (
            m => m.RenameColumn("Name", "Customers", "Call"),
            m => m.RenameColumn("Fax", "Customers", "Call"), ["BothCreate column Customers.Call"]),
        ["two tables renamed to one name"] = (
            m => m.RenameTable("Customers", newName: "Things"),
            m => m.RenameTable("Orders", newName: "Things"), ["BothCreate table Things"]),
        ["a table renamed in two ways"] = (
            m => m.RenameTable("Orders", newName: "Purchases"),
            m => m.RenameTable("Orders", newName: "Sales"), ["BothRemove table Orders"]),
        ["a table dropped and added to"] = (
            m => m.DropTable("Orders"),
            m => m.AddColumn<string>("Note", "Orders", "TEXT", nullable: true), ["RemoveAndChange table Orders"]),
        ["a table renamed and added to"] = (
            m => m.RenameTable("Orders", newName: "Purchases"),
            m => m.CreateIndex("IX_Id", "Orders", "Id"), ["RemoveAndChange table Orders"]),
        ["a table dropped that a new foreign key points to"] = (m => m.DropTable("Orders"), References("Orders"), ["RemoveAndUse table Orders"]),
        ["a table renamed that a new foreign key points to"] = (
            m => m.RenameTable("Orders", newName: "Purchases"), References("Orders"), ["RemoveAndUse table Orders"]),
        ["a table dropped that a new view reads"] = (
            m => m.DropTable("Orders"), m => m.Sql("CREATE VIEW Totals AS SELECT sum(Total) FROM orders"), ["RemoveAndUse table Orders"]),
        ["a column dropped that a new view reads"] = (
            m => m.DropColumn("Fax", "Customers"), m => m.Sql("CREATE VIEW Faxes AS SELECT Fax FROM Customers"), ["RemoveAndUse column Customers.Fax"]),
        ["a view created twice"] = (
            m => m.Sql("CREATE VIEW V AS SELECT 1"), m => m.Sql("CREATE VIEW V AS SELECT 2"), ["BothCreate view V"]),
        ["a trigger created twice"] = (Trigger("1"), Trigger("2"), ["BothCreate trigger T"]),
        ["an index changed in the same way"] = (
            m => ChangeIndex(m, unique: true), m => ChangeIndex(m, unique: true), []),
        ["an index changed in two ways"] = (
            m => ChangeIndex(m, unique: true), m => ChangeIndex(m, unique: false), ["BothChange index Orders.IX_Orders_Total"]),
        ["a row seeded with different values"] = (
            m => m.InsertData("Customers", ["Id", "Name"], [2, "Grace"]),
            m => m.InsertData("Customers", ["Id", "Name"], [2, "Linus"]), ["BothCreate row Customers (Id = 2)"]),
        ["different rows seeded"] = (
            m => m.InsertData("Customers", ["Id", "Name"], [2, "Grace"]),
            m => m.InsertData("Customers", ["Id", "Name"], [3, "Linus"]), []),
        ["a seeded value changed in two ways"] = (
            m => m.UpdateData("Customers", "Id", 1, "Name", "Ann"),
            m => m.UpdateData("Customers", "Id", 1, "Name", "Eve"), ["BothChange value Name of row Customers (Id = 1)"]),
        ["two values of one seeded row changed"] = (
            m => m.UpdateData("Customers", "Id", 1, "Name", "Ann"),
            m => m.UpdateData("Customers", "Id", 1, "Fax", "12"), []),
        ["a seeded row deleted and changed"] = (
            m => m.DeleteData("Customers", "Id", 1),
            m => m.UpdateData("Customers", "Id", 1, "Name", "Ann"), ["RemoveAndChange row Customers (Id = 1)"]),
        ["a seeded row deleted, and a column added with a value for it"] = (
            m => m.DeleteData("Customers", "Id", 1),
            m => m.AddColumn<int>("Rank", "Customers", "INTEGER", nullable: false, defaultValue: 7), []),
        ["a required column without a default, and a row that does not know of it"] = (
            m => m.AddColumn<int>("Rank", "Customers", "INTEGER", defaultValue: 7).Annotation("DbMigrate:Fill", true),
            m => m.InsertData("Customers", ["Id", "Name"], [2, "Grace"]), ["OrderMatters row Customers.Id = 2"]),
        ["SQL that reads what the other drops"] = (
            m => m.Sql("UPDATE Customers SET Name = Fax WHERE Fax IS NOT NULL"), m => m.DropColumn("Fax", "Customers"), ["OrderMatters revision a1"]),
        ["a unique index, and a row that breaks it"] = (
            m => m.CreateIndex("IX_Name", "Customers", "Name", unique: true),
            m => m.InsertData("Customers", ["Id", "Name"], [2, "Ada"]), ["OrderMatters revision b1", "OrderMatters revision a1"]),
        ["what only the other one makes"] = (
            m => m.AddColumn<string>("Email", "Customers", "TEXT", nullable: true),
            Index("IX_Email", "Email"), ["DependencyMissing revision b1"]),
    };

    public static TheoryData<string> All => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_pair_is_joined_or_refused_by_name(string name)
    {
        var (left, right, expected) = Cases[name];

        Assert.Equal(expected, new MergeCase(MergeCase.Shop, [left], [right]).Names());
        Assert.Equal(expected.Order(), new MergeCase(MergeCase.Shop, [right], [left]).Names().Select(n => n.Replace("revision a1", "revision ?1").Replace("revision b1", "revision a1").Replace("?", "b")).Order());
    }

    private static Up Table(string name) => m => m.CreateTable(name, t => new { Id = t.Column<int>(type: "INTEGER") });

    private static Up Index(string name, string column) => m => m.CreateIndex(name, "Customers", column);

    private static Up Trigger(string value) => m => m.Sql($"CREATE TRIGGER T AFTER INSERT ON Orders BEGIN UPDATE Customers SET Fax = {value}; END");

    private static Up References(string table) => m => m.CreateTable(
        "Lines",
        t => new { Id = t.Column<int>(type: "INTEGER"), Order = t.Column<int>(type: "INTEGER", nullable: true) },
        constraints: t => t.ForeignKey("FK_Lines_Orders", l => l.Order, table, "Id"));

    private static void ChangeIndex(MigrationBuilder m, bool unique)
    {
        m.DropIndex("IX_Orders_Total", "Orders");
        m.CreateIndex("IX_Orders_Total", "Orders", unique ? ["Total"] : ["Total", "Id"], unique: unique);
    }
}
