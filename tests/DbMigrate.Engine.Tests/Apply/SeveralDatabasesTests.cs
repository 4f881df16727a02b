using System.Linq;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>One revision for two databases whose models change apart.</summary>
public sealed class SeveralDatabasesTests
{
    [Theory]
    [InlineData("Customers.Country")]
    [InlineData("South:Customers.Country")]
    public void A_decision_is_for_the_database_that_has_the_column(string key)
    {
        using var work = new Workspace();
        work.Result<GenerateResult>(Methods.Generate, Request(work, "a1", nameof(ShopV1), nameof(ShopV1)));

        var request = Request(work, "b2", nameof(ShopV1), nameof(ShopV2), "a1");
        Assert.StartsWith("Database 'South': ", work.Error(Methods.Generate, request).Message);
        request.Fills = [new FillMessage { Column = key, Value = "SE", ValueType = "System.String" }];
        var result = work.Result<GenerateResult>(Methods.Generate, request);

        Assert.Equal(["South"], result.Operations.Select(o => o.Database).Distinct());
        Assert.Contains("protected void UpSouth(", result.Script);
    }

    [Theory]
    [InlineData("North:Customers.Country", "North")]
    [InlineData("Nowhere.Country", "North")]
    [InlineData("Customers.Id", "North")]
    [InlineData("South:Customers.Id", "South")]
    public void A_decision_that_fits_nothing_is_refused(string key, string database)
    {
        using var work = new Workspace();
        work.Result<GenerateResult>(Methods.Generate, Request(work, "a1", nameof(ShopV1), nameof(ShopV1)));
        var request = Request(work, "b2", nameof(ShopV1), nameof(ShopV2), "a1");
        request.Fills = [new FillMessage { Column = "South:Customers.Country", Value = "SE", ValueType = "System.String" }, new FillMessage { Column = key, Value = "1", ValueType = "System.Int32" }];

        var error = work.Error(Methods.Generate, request);

        Assert.Equal("FillInvalid", error.ErrorId);
        Assert.StartsWith($"Database '{database}': ", error.Message);
        Assert.Contains($"'{database}:", error.Action);
        Assert.False(System.IO.File.Exists(request.Path));
    }

    [Fact]
    public void What_is_lost_is_said_with_the_database()
    {
        using var work = new Workspace();
        work.Result<GenerateResult>(Methods.Generate, Request(work, "a1", nameof(ShopV1), nameof(ShopV1)));

        var result = work.Result<GenerateResult>(Methods.Generate, Request(work, "b2", nameof(ShopV1), nameof(BlankContext), "a1"));

        Assert.Contains("// Destructive: South: ", result.Script);
        Assert.Contains(work.Warnings, w => w.Contains("(database 'South')"));
    }

    private static GenerateRequest Request(Workspace work, string id, string north, string south, params string[] parents)
    {
        var folder = work.FolderMessage;
        folder.MethodSuffixes = ["North", "South"];
        return new()
        {
            Folder = folder,
            Databases = [Message(work, "North", north), Message(work, "South", south)],
            RevisionId = id,
            Parents = parents,
            Created = "2026-11-22T12:00:00+00:00",
            Path = work.PathOf(id),
        };
    }

    private static DatabaseMessage Message(Workspace work, string name, string context)
        => new() { Database = name, MethodSuffix = name, Context = context, ConnectionString = $"Data Source={work.Folder}/{name}.db" };
}
