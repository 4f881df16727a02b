using System.IO;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>New revisions where the folder has several lines: a root a1, and what each test adds to it.</summary>
public sealed class GenerateOnBranchTests
{
    private const string Customers = """
        migrationBuilder.CreateTable(
            name: "Customers",
            columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true), Name = t.Column<string>(type: "TEXT", maxLength: 100, nullable: false) },
            constraints: t => t.PrimaryKey("PK_Customers", x => x.Id));
        """;

    private const string Orders = """
        migrationBuilder.CreateTable(
            name: "Orders",
            columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true), CustomerId = t.Column<int>(type: "INTEGER", nullable: false), Total = t.Column<decimal>(type: "TEXT", nullable: false) },
            constraints: t => t.PrimaryKey("PK_Orders", x => x.Id));
        """;

    [Fact]
    public void What_another_branch_brought_is_not_brought_again()
    {
        using var work = Root();
        work.Result<GenerateResult>(Methods.Generate, work.New("b1", "a1"));

        Assert.False(work.Result<GenerateResult>(Methods.Generate, work.New("c1", "a1")).HasChanges);
    }

    [Fact]
    public void What_another_branch_brought_is_changed_only_by_a_revision_that_depends_on_it()
    {
        using var work = Root();
        work.Result<GenerateResult>(Methods.Generate, work.New("b1", "a1"));
        work.Context = nameof(ShopV2);
        var request = work.New("c1", "a1");
        request.Fills = [new FillMessage { Column = "Customers.Country", Value = "SE", ValueType = "System.String" }];

        var error = work.Error(Methods.Generate, request);
        Assert.Equal("DependencyRequired", error.ErrorId);
        Assert.Contains("b1 (revision b1)", error.Message);
        Assert.Contains("-DependsOn b1", error.Action);
        Assert.False(File.Exists(request.Path));
        request.Preview = true;
        Assert.Equal("DependencyRequired", work.Error(Methods.Generate, request).ErrorId);

        request.Preview = false;
        request.DependsOn = ["b1"];
        Assert.True(work.Result<GenerateResult>(Methods.Generate, request).HasChanges);
        Assert.Equal(3, work.Apply(work.Plan("c1")).Steps);
    }

    [Fact]
    public void A_foreign_key_to_a_table_of_another_branch_depends_on_it()
    {
        using var work = Root();
        work.Script("b1", "a1", Customers, message: "customers");
        work.Script("b2", "b1", "", message: "not needed");

        var error = work.Error(Methods.Generate, work.New("c1", "a1"));

        Assert.Equal("DependencyRequired", error.ErrorId);
        Assert.Contains("there is no table Customers", error.Message);
        Assert.Contains("b1 (customers)", error.Message);
        Assert.DoesNotContain("b2", error.Message);
    }

    [Fact]
    public void All_that_it_depends_on_is_named()
    {
        using var work = Root();
        work.Script("b1", "a1", Customers);
        work.Script("c1", "a1", Orders);

        Assert.Contains("-DependsOn b1, c1,", work.Error(Methods.Generate, work.New("d1", "a1")).Action);

        var request = work.New("d1", "c1");
        request.DependsOn = ["b1"];
        Assert.Contains(work.Result<GenerateResult>(Methods.Generate, request).Operations, o => o.Kind == "AddForeignKey");
    }

    [Fact]
    public void A_new_base_counts_what_there_is_too()
    {
        using var work = Root();
        work.Result<GenerateResult>(Methods.Generate, work.New("b1", "a1"));

        Assert.False(work.Result<GenerateResult>(Methods.Generate, work.New("c1")).HasChanges);
    }

    private static Workspace Root()
    {
        var work = new Workspace(nameof(ShopV1));
        work.Script("a1", null, "");
        return work;
    }
}
