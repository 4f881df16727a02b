using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

public sealed class ConstraintReplayTests : ReplayTest
{
    [Fact]
    public void A_primary_key_is_replaced()
        => Assert.Equal(new Key("PK_New", ["Name", "Id"]), Customers(b =>
        {
            b.DropPrimaryKey("PK_Customers", "Customers");
            b.AddPrimaryKey("PK_New", "Customers", ["Name", "Id"]);
        }).PrimaryKey);

    [Fact]
    public void Seeded_rows_are_found_by_a_new_primary_key_even_in_columns_that_they_leave_out()
        => Assert.Equal(["Ann", "z"], Customers(b =>
        {
            b.DropPrimaryKey("PK_Customers", "Customers");
            b.AddPrimaryKey("PK_New", "Customers", "Name");
            b.UpdateData("Customers", "Name", "?", "Note", "z");
            b.UpdateData("Customers", "Name", "Ann", "Note", "Ann");
        }).Seeds.Select(r => r.Values["Note"]));

    [Fact]
    public void Unique_constraints_and_checks_come_and_go()
    {
        var table = Customers(b =>
        {
            b.DropUniqueConstraint("AK_Customers_Name", "Customers");
            b.AddUniqueConstraint("AK_Note", "Customers", "Note");
            b.DropCheckConstraint("CK_Name", "Customers");
            b.AddCheckConstraint("CK_Note", "Customers", "((Note  <> ''))");
        });

        Assert.Equal([new Key("AK_Note", ["Note"])], table.UniqueConstraints);
        Assert.Equal([new Check("CK_Note", "Note <> ''")], table.Checks);
    }

    [Fact]
    public void A_foreign_key_comes_and_goes()
    {
        var keys = Replay(Shop, b =>
        {
            b.DropForeignKey("FK_Orders_Customers", "Orders");
            b.AddForeignKey("FK_New", "Orders", "CustomerId", "Customers", onUpdate: ReferentialAction.SetNull, onDelete: ReferentialAction.Restrict);
        }).Tables["Orders"].ForeignKeys;

        Assert.Equal([new ForeignKey("FK_New", ["CustomerId"], "Customers", ["Id"]) { OnDelete = ReferentialAction.Restrict, OnUpdate = ReferentialAction.SetNull }], keys);
    }

    [Fact]
    public void A_primary_key_that_a_foreign_key_implies_may_come_later()
        => Assert.Equal(["Code"], Replay(Shop, b =>
        {
            b.CreateTable("A", t => new { X = t.Column<int>("INTEGER") }, constraints: t => t.ForeignKey("FK", x => x.X, "B", ""));
            ((Microsoft.EntityFrameworkCore.Migrations.Operations.CreateTableOperation)b.Operations[0]).ForeignKeys[0].PrincipalColumns = null;
            b.CreateTable("B", t => new { Code = t.Column<int>("INTEGER") }, constraints: t => t.PrimaryKey("PK_B", x => x.Code));
        }).Tables["A"].ForeignKeys[0].PrincipalColumns);

    [Fact]
    public void A_foreign_key_to_a_table_that_is_not_managed_is_kept()
        => Assert.Equal("Elsewhere", Replay(Shop, b => b.AddForeignKey("FK_New", "Orders", "CustomerId", "Elsewhere", principalColumn: "Id")).Tables["Orders"].ForeignKeys[1].PrincipalTable.Name);

    [Fact]
    public void Directions_of_an_index_are_one_per_column_or_none()
    {
        var indexes = Customers(b =>
        {
            b.CreateIndex("A", "Customers", ["Id", "Note"]);
            b.CreateIndex("B", "Customers", ["Id", "Note"], descending: []);
            b.CreateIndex("C", "Customers", ["Id", "Note"], descending: [false, true]);
            b.CreateIndex("D", "Customers", ["Id", "Note"], descending: [false, false]);
        }).Indexes.ToDictionary(i => i.Name, i => i.IsDescending);

        Assert.Equal([], indexes["A"]);
        Assert.Equal([true, true], indexes["B"]);
        Assert.Equal([false, true], indexes["C"]);
        Assert.Equal([], indexes["D"]);
    }

    [Fact]
    public void An_index_is_renamed_and_dropped_with_and_without_its_table()
    {
        Assert.Equal("IX_New", Customers(b => b.RenameIndex("IX_Customers_Name", "IX_New", "Customers")).Indexes[0].Name);
        Assert.Equal("ix_customers_name", Customers(b => b.RenameIndex("IX_Customers_Name", "ix_customers_name")).Indexes[0].Name);
        Assert.Empty(Customers(b => b.DropIndex("IX_Customers_Name")).Indexes);
    }

    [Fact]
    public void What_does_not_fit_is_a_conflict_that_names_it()
    {
        Conflicts(b => b.AddPrimaryKey("PK_New", "Customers", "Name"), "PK_New", "PK_Customers");
        Conflicts(b => b.DropPrimaryKey("PK_Other", "Customers"), "Customers", "PK_Other");
        Conflicts(b => b.AddUniqueConstraint("AK_Customers_Name", "Customers", "Note"), "AK_Customers_Name");
        Conflicts(b => b.AddUniqueConstraint("AK", "Customers", "Nothing"), "AK", "Nothing");
        Conflicts(b => b.DropUniqueConstraint("AK", "Customers"), "Customers", "AK");
        Conflicts(b => b.AddForeignKey("FK_Orders_Customers", "Orders", "Id", "Customers"), "FK_Orders_Customers");
        Conflicts(b => b.AddForeignKey("FK", "Orders", "Nothing", "Customers"), "Orders", "Nothing");
        Conflicts(b => b.AddForeignKey("FK", "Orders", "Id", "Customers", principalColumn: "Nothing"), "Customers", "Nothing");
        Conflicts(b => b.AddForeignKey("FK", "Orders", "Id", "Elsewhere"), "FK", "Elsewhere");
        Conflicts(b => b.DropForeignKey("FK", "Orders"), "Orders", "FK");
        Conflicts(b => b.AddCheckConstraint("CK_Name", "Customers", "1"), "CK_Name");
        Conflicts(b => b.DropCheckConstraint("CK", "Customers"), "Customers", "CK");
        Conflicts(b => b.CreateIndex("IX_Customers_Name", "Customers", "Id"), "IX_Customers_Name");
        Conflicts(b => b.CreateIndex("IX", "Customers", "Nothing"), "IX", "Nothing");
        Conflicts(b => b.DropIndex("IX", "Customers"), "Customers", "IX");
        Conflicts(b => b.RenameIndex("IX", "IY"), "IX");
    }
}
