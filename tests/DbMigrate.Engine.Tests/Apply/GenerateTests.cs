using System;
using System.IO;
using System.Linq;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class GenerateTests
{
    [Fact]
    public void A_model_becomes_a_script_that_applies_and_leaves_nothing_to_generate()
    {
        using var work = new Workspace(nameof(ShopV1));

        var result = work.Result<GenerateResult>(Methods.Generate, work.New("a1"));

        Assert.True(result.HasChanges);
        Assert.Equal(result.Script, File.ReadAllText(work.PathOf("a1")));
        Assert.Contains(result.Operations, o => o is { Kind: "CreateTable", Object: "Customers" });
        Assert.Equal(1, work.Apply().Steps);
        Assert.Equal(["Customers", "Orders"], work.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name <> 'sqlite_sequence' ORDER BY name"));
        Assert.False(work.Result<GenerateResult>(Methods.Generate, work.New("b2", "a1")).HasChanges);
        Assert.False(File.Exists(work.PathOf("b2")));
        Assert.True(Check(work, drift: true).IsOk);
    }

    [Fact]
    public void A_changed_model_keeps_the_rows_there_and_back()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Result<GenerateResult>(Methods.Generate, work.New("a1"));
        work.Apply();
        work.Query("INSERT INTO Customers VALUES (1, 'Ann'); INSERT INTO Orders VALUES (7, 1, '9.5'); SELECT 1");
        var before = work.Query("SELECT name, sql FROM sqlite_master WHERE tbl_name IN ('Customers', 'Orders') ORDER BY name");

        work.Context = nameof(ShopV2);
        var request = work.New("b2", "a1");
        Assert.Equal("FillRequired", work.Error(Methods.Generate, request).ErrorId);
        Assert.False(File.Exists(request.Path));
        request.Fills = [new FillMessage { Column = "Customers.Country", Value = "SE", ValueType = "System.String" }];
        work.Result<GenerateResult>(Methods.Generate, request);
        work.Apply();

        Assert.Equal(["1|Ann|SE"], work.Query("SELECT Id, Name, Country FROM Customers"));
        Assert.Equal(["7|1"], work.Query("SELECT Id, CustomerId FROM Orders"));
        Assert.True(Check(work, drift: true).IsOk);
        work.Apply(work.Undo());
        Assert.Equal(["1|Ann"], work.Query("SELECT Id, Name FROM Customers"));
        Assert.Equal(["7|1"], work.Query("SELECT Id, CustomerId FROM Orders"));
        Assert.Equal(before.Count, work.Query("SELECT name, sql FROM sqlite_master WHERE tbl_name IN ('Customers', 'Orders') ORDER BY name").Count);
    }

    [Fact]
    public void The_compiler_is_announced_first_where_a_script_will_be_written()
    {
        using var work = new Workspace(nameof(ShopV1));
        var request = work.New("a1");
        request.Preview = true;
        work.Result<GenerateResult>(Methods.Generate, request);
        Assert.DoesNotContain(HostMethods.WarmUp, work.Asked);

        var before = work.Asked.Count();
        request.Preview = false;
        work.Result<GenerateResult>(Methods.Generate, request);
        Assert.Single(work.Asked, HostMethods.WarmUp);
        Assert.Equal(HostMethods.WarmUp, work.Asked.Skip(before).First(a => a != HostMethods.Target));
    }

    [Fact]
    public void A_preview_writes_nothing()
    {
        using var work = new Workspace(nameof(ShopV1));
        var request = work.New("a1");
        request.Preview = true;

        var result = work.Result<GenerateResult>(Methods.Generate, request);

        Assert.Contains("CreateTable", result.Script);
        Assert.Empty(Directory.GetFiles(work.Versions));
        Assert.Equal(0, work.Compilations);
    }

    [Fact]
    public void The_header_says_what_it_was_made_with_and_what_it_loses()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Result<GenerateResult>(Methods.Generate, work.New("a1"));
        work.Context = nameof(BlankContext);

        var script = work.Result<GenerateResult>(Methods.Generate, work.New("b2", "a1")).Script;

        Assert.Contains("Microsoft.EntityFrameworkCore.Sqlite 10.0.", script);
        Assert.Contains("Destructive:", script);
        Assert.NotEmpty(work.Warnings);
        Assert.Contains("        // Cannot bring back what Up loses: it drops table ", script);
        Assert.True(work.Result<PlanResult>(Methods.Plan, work.Plan()).Steps[1].IsDestructive);
        work.Apply();
        Assert.Equal([(false, true), (false, false)], work.Result<PlanResult>(Methods.Plan, work.Undo("base")).Steps.Select(s => (s.IsDestructive, s.IsLossFinal)));
    }

    [Fact]
    public void An_empty_script_is_written_without_looking_at_the_model()
    {
        using var work = new Workspace(nameof(ShopV1));
        var request = work.New("a1");
        request.Empty = true;

        Assert.True(work.Result<GenerateResult>(Methods.Generate, request).HasChanges);
        Assert.DoesNotContain("CreateTable", File.ReadAllText(work.PathOf("a1")));
        Assert.Equal(1, work.Apply().Steps);
    }

    [Fact]
    public void A_file_that_is_there_already_is_never_written_over()
    {
        using var work = new Workspace(nameof(ShopV1));
        var request = work.New("a1");
        request.Path = Path.Combine(work.Folder, "mine.txt");
        File.WriteAllText(request.Path, "mine");

        Assert.Equal("ScriptExists", work.Error(Methods.Generate, request).ErrorId);
        Assert.Equal("mine", File.ReadAllText(request.Path));
    }

    [Fact]
    public void A_script_that_does_not_fit_the_ones_before_is_named()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Script("a1", null, "migrationBuilder.DropColumn(name: \"X\", table: \"Nowhere\");");

        var error = work.Error(Methods.Generate, work.New("b2", "a1"));

        Assert.Equal("ReplayConflict", error.ErrorId);
        Assert.Contains(work.PathOf("a1"), error.Message);
    }

    [Fact]
    public void Checking_lists_what_the_model_has_and_the_scripts_have_not()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Result<GenerateResult>(Methods.Generate, work.New("a1"));
        Assert.True(Check(work).IsOk);
        work.Context = nameof(ShopV2);

        var check = Check(work);

        Assert.False(check.IsOk);
        Assert.Contains(check.Differences, d => d.Object.Contains("Country", StringComparison.Ordinal));
        Assert.Contains("New-DbMigration", Assert.Single(check.Reasons));
    }

    [Fact]
    public void Drift_is_what_somebody_did_to_the_database_alone()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Result<GenerateResult>(Methods.Generate, work.New("a1"));
        work.Apply();
        work.Query("ALTER TABLE Customers ADD COLUMN Nick TEXT; SELECT 1");

        var check = Check(work, drift: true);

        Assert.False(check.IsOk);
        Assert.Contains("Nick", Assert.Single(check.Differences).Object);
    }

    [Fact]
    public void Contexts_are_listed_with_those_that_cannot_be_made()
    {
        using var work = new Workspace();

        var contexts = work.Result<ContextsResult>(Methods.Contexts, new ContextsRequest()).Contexts;

        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite", Assert.Single(contexts, c => c.Name == nameof(ShopV1)).Provider);
        Assert.Contains("no setting Shop", Assert.Single(contexts, c => c.Name == nameof(BrokenContext)).Problem);
        Assert.Equal(nameof(ShopV2), Assert.Single(work.Result<ContextsResult>(Methods.Contexts, new ContextsRequest { Context = nameof(ShopV2) }).Contexts).Name);
    }

    [Fact]
    public void A_model_that_cannot_be_built_is_the_models_error_which_no_factory_would_mend()
    {
        using var work = new Workspace(nameof(KeylessContext));

        var error = work.Error(Methods.Generate, work.New("a1"));

        Assert.Equal("ContextNotCreated", error.ErrorId);
        Assert.StartsWith($"The model of {typeof(KeylessContext).FullName} cannot be built: InvalidOperationException: The entity type 'Thing", error.Message);
        Assert.Equal("Correct the model in KeylessContext, or in the configurations that it applies.", error.Action);
    }

    private static CheckResult Check(Workspace work, bool drift = false)
        => work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = work.FolderMessage, Database = work.DatabaseMessage, Model = true, Applied = drift, Drift = drift });
}
