using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

public sealed class SeedReplayTests : ReplayTest
{
    [Fact]
    public void Rows_leave_out_what_is_default_or_null()
    {
        var rows = Shop.Tables["Customers"].Seeds;

        Assert.Equal(["Id = 1, Name = 'Ann'", "Id = 2, Note = 'x'"], rows.Select(SchemaDescriber.Describe));
    }

    [Fact]
    public void Rows_are_updated_in_their_place_and_deleted_by_key()
    {
        var rows = Customers(b =>
        {
            b.InsertData("Customers", ["Id", "Name"], [3, "Cid"]);
            b.UpdateData("Customers", "Id", 1, ["Name", "Note"], ["?", "y"]);
            b.DeleteData("Customers", "Id", 2);
        }).Seeds;

        Assert.Equal(["Id = 1, Note = 'y'", "Id = 3, Name = 'Cid'"], rows.Select(SchemaDescriber.Describe));
    }

    [Fact]
    public void A_deleted_row_can_be_inserted_again()
        => Assert.Equal(2, Customers(b =>
        {
            b.DeleteData("Customers", "Id", 2);
            b.InsertData("Customers", ["Id", "Name"], [2, "New"]);
        }).Seeds.Count);

    [Fact]
    public void Several_rows_are_updated_and_deleted_by_one_operation()
        => Assert.Equal(["Id = 2, Name = 'b'"], Customers(b =>
        {
            b.Operations.Add(new UpdateDataOperation { Table = "Customers", KeyColumns = ["Id"], KeyValues = new object[,] { { 1 }, { 2 } }, Columns = ["Name", "Note"], Values = new object?[,] { { "a", null }, { "b", null } } });
            b.Operations.Add(new DeleteDataOperation { Table = "Customers", KeyColumns = ["Id", "Name"], KeyValues = new object[,] { { 1, "a" }, { 2, "a" } } });
        }).Seeds.Select(SchemaDescriber.Describe));

    [Fact]
    public void A_row_changes_its_key()
        => Assert.Equal(["Id = 9, Name = 'z'", "Id = 2, Note = 'x'"], Customers(b =>
        {
            b.UpdateData("Customers", "Id", 1, "Id", 9);
            b.UpdateData("Customers", "Id", 9, "Name", "z");
        }).Seeds.Select(SchemaDescriber.Describe));

    [Fact]
    public void Numbers_take_the_type_of_their_column()
    {
        var rows = Customers(b => b.InsertData("Customers", ["Id", "Name"], [3L, "Cid"])).Seeds;

        Assert.Equal(3, rows[2].Values["Id"]);
        Assert.IsType<int>(rows[2].Values["Id"]);
    }

    [Fact]
    public void Keys_of_bytes_are_equal_by_content()
    {
        var schema = Replay(Shop, b =>
        {
            b.CreateTable("B", t => new { Key = t.Column<byte[]>("BLOB"), N = t.Column<int>("INTEGER") }, constraints: t => t.PrimaryKey("PK_B", x => x.Key));
            b.InsertData("B", ["Key", "N"], [new byte[] { 1, 2 }, 1]);
            b.UpdateData("B", "Key", new byte[] { 1, 2 }, "N", 2);
        });

        Assert.Equal(2, Assert.Single(schema.Tables["B"].Seeds).Values["N"]);
    }

    [Fact]
    public void Rows_that_are_not_seeded_are_data_like_any_other()
    {
        var rows = Customers(b =>
        {
            b.InsertData("Customers", "Name", "No key");
            b.UpdateData("Customers", "Id", 77, "Name", "Nobody");
            b.DeleteData("Customers", "Id", 78);
        }).Seeds;

        Assert.Equal(Shop.Tables["Customers"].Seeds, rows);
    }

    [Fact]
    public void What_does_not_fit_is_a_conflict_that_names_it()
    {
        Conflicts(b => b.InsertData("Customers", ["Id", "Name"], [1, "Twice"]), "Customers", "Id = 1");
        Conflicts(b => b.InsertData("Customers", ["Id", "Nothing"], [3, "x"]), "Customers", "Nothing");
        Conflicts(b => b.UpdateData("Customers", "Id", 1, "Nothing", "x"), "Customers", "Nothing");
        Conflicts(b => b.DeleteData("Nothing", "Id", 1), "Nothing");
    }
}
