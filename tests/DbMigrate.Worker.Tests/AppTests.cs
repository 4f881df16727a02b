using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>The target's app is started for its services, as far as its host and no further.</summary>
public sealed class AppTests
{
    [Theory]
    [InlineData("ShopContext", "plain.db")]
    [InlineData("PooledContext", "pooled.db")]
    [InlineData("FactoryContext", "factory.db")]
    [InlineData("PooledFactoryContext", "pooled-factory.db")]
    [InlineData("InjectedContext", "injected-1999.db")]
    [InlineData("PlainContext", "constructor.db")]
    [InlineData("WebApp.PlainContext", "constructor.db")]
    [InlineData("TenantContext`1", "tenant.db")]
    public async Task Every_way_to_register_a_context_leads_to_it(string context, string database)
    {
        await using var app = await TestApp.Load(Paths.WebApp);

        Assert.Equal((database, ""), app.Fact(await app.Contexts(context)));
    }

    [Fact]
    public async Task All_contexts_are_listed_the_closed_ones_of_generic_classes_too_and_no_abstract_one()
    {
        await using var app = await TestApp.Load(Paths.WebApp);

        var found = await app.Contexts();

        Assert.Equal(
            ["FactoryContext", "InjectedContext", "PlainContext", "PooledContext", "PooledFactoryContext", "ShopContext", "TenantContext`1"],
            found.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.All(found, c => Assert.Equal("", c.Problem));
    }

    [Fact]
    public async Task Hosted_services_never_start_and_the_app_never_gets_to_its_end()
    {
        await using var app = await TestApp.Load(Paths.WebApp);

        await app.Contexts();
        await app.Contexts();

        Assert.Empty(Directory.GetFiles(app.Worker.Folder, "*.txt"));
    }

    [Fact]
    public async Task What_the_app_prints_goes_to_the_debug_stream()
    {
        await using var app = await TestApp.Load(Paths.WebApp);
        var events = new List<Envelope>();

        await app.Contexts(events: events);

        Assert.Contains("The web app prints.", events.Where(e => e.Kind == "debug").Select(TestWorker.TextOf));
        Assert.All(events, e => Assert.Equal("debug", e.Kind));
    }

    [Theory]
    [InlineData("", "plain.db")]
    [InlineData("Staging", "staging.db")]
    public async Task Settings_of_the_environment_are_read_from_the_content_root(string environment, string database)
    {
        await using var built = await TestApp.Load(Paths.WebApp, r => r.Environment = environment);
        await using var project = await TestApp.Load(Paths.WebApp, r => (r.Environment, r.ProjectDirectory) = (environment, Path.Combine(Paths.Repository, "tests", "Fixtures", "Kinds", "WebApp")));

        Assert.Equal(database, built.Fact(await built.Contexts("ShopContext")).Database);
        Assert.Equal(database, project.Fact(await project.Contexts("ShopContext")).Database);
    }

    [Fact]
    public async Task User_secrets_are_read()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".microsoft", "usersecrets", "dbmigrate-tests-web-app");
        _ = Directory.CreateDirectory(folder);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "secrets.json"), """{ "ConnectionStrings": { "Shop": "Data Source=secret.db" } }""", TestContext.Current.CancellationToken);
            await using var development = await TestApp.Load(Paths.WebApp);
            await using var staging = await TestApp.Load(Paths.WebApp, r => r.Environment = "Staging");

            Assert.Equal("secret.db", development.Fact(await development.Contexts("ShopContext")).Database);
            Assert.Equal("staging.db", staging.Fact(await staging.Contexts("ShopContext")).Database);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Arguments_reach_the_app()
    {
        await using var app = await TestApp.Load(Paths.WebApp, r => r.Arguments = ["--ConnectionStrings:Shop", "Data Source=argument with spaces.db"]);

        Assert.Equal("argument with spaces.db", app.Fact(await app.Contexts("ShopContext")).Database);
    }

    [Fact]
    public async Task CreateHostBuilder_is_called_instead_of_the_entry_point()
    {
        await using var app = await TestApp.Load(Paths.WorkerService);

        Assert.Equal(("worker.db", ""), app.Fact(await app.Contexts("ShopContext")));
    }

    [Fact]
    public async Task An_app_that_catches_everything_cannot_take_its_host_away()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp);

        Assert.Equal(("broken.db", ""), app.Fact(await app.Contexts("ShopContext")));
        Assert.Equal(("broken.db", ""), app.Fact(await app.Contexts("ShopContext")));
    }

    [Fact]
    public async Task An_app_that_floods_its_console_at_the_start_is_like_any_other()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = ["flood"]);
        var events = new List<Envelope>();

        Assert.Equal(("broken.db", ""), app.Fact(await app.Contexts("ShopContext", events)));
        Assert.Equal(20000, events.Count(e => e.Kind == "debug"));
    }

    [Theory]
    [InlineData("throw", "FormatException: The app has no tenant.")]
    [InlineData("static", "FormatException: The app has no country.")]
    [InlineData("missing", "Deployment.Forgot.This")]
    public async Task An_app_that_throws_is_named_with_the_reason(string how, string reason)
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = [how]);

        var problem = app.Fact(await app.Contexts("ShopContext")).Problem;

        Assert.Contains("Kinds.ShopContext cannot be created: BrokenApp failed when it was started for its services", problem);
        Assert.Contains(reason, problem);
        Assert.DoesNotContain("   at ", problem);
    }

    [Fact]
    public async Task An_app_that_builds_a_WebHost_in_its_Main_is_told_at_once_how_to_hand_it_out()
    {
        await using var app = await TestApp.Load(Paths.WebHostApp);

        var problem = app.Fact(await app.Contexts("ShopContext")).Problem;

        Assert.StartsWith("Kinds.ShopContext cannot be created: WebHostApp failed when it was started for its services (its Main builds a WebHost", problem);
        Assert.Contains("CreateWebHostBuilder(string[] args)", problem);
    }

    [Fact]
    public async Task CreateWebHostBuilder_is_called_instead_of_the_entry_point()
    {
        await using var app = await TestApp.Load(Paths.OldWebApp);

        Assert.Equal(("old.db", ""), app.Fact(await app.Contexts("ShopContext")));
    }

    [Fact]
    public async Task A_context_that_needs_no_app_is_made_with_a_warning_where_the_app_throws()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = ["throw"]);
        var events = new List<Envelope>();

        Assert.Equal(("constructor.db", ""), app.Fact(await app.Contexts("PlainContext", events)));

        var warning = TestWorker.TextOf(Assert.Single(events, e => e.Kind == "warning"));
        Assert.Contains("BrokenApp failed when it was started for its services (FormatException: The app has no tenant.)", warning);
    }

    [Fact]
    public async Task An_app_that_ends_without_a_host_leaves_the_constructor()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = ["end"]);

        Assert.Equal(("constructor.db", ""), app.Fact(await app.Contexts("PlainContext")));
        Assert.EndsWith("BrokenApp ended before it built its host, when it was started for its services; it has no public constructor without parameters, and there is no IDesignTimeDbContextFactory<ShopContext>.", app.Fact(await app.Contexts("ShopContext")).Problem);
    }

    [Fact]
    public async Task An_app_that_hangs_is_cut_off()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => (r.Arguments, r.StartTimeout) = (["hang"], 1));

        var error = TestWorker.ErrorOf(await app.Ask("ShopContext"));

        Assert.Equal("AppNotReady", error.ErrorId);
        Assert.Contains("BrokenApp was started for the services that it registers, and has not built its host within 1 second", error.Message);
    }

    [Fact]
    public async Task Waiting_for_an_app_that_hangs_can_be_stopped()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = ["hang"]);
        app.Worker.Send(1, Methods.Contexts, new ContextsRequest { Context = "ShopContext" });
        app.Worker.Send(1, Methods.Cancel, new { });

        Assert.Equal("cancelled", (await app.Worker.Receive())!.Kind);
    }

    [Fact]
    public async Task An_app_that_exits_is_one_clear_error()
    {
        await using var app = await TestApp.Load(Paths.BrokenApp, r => r.Arguments = ["exit"]);

        var error = TestWorker.ErrorOf(await app.Ask("ShopContext"));

        Assert.Equal("WorkerFailed", error.ErrorId);
        Assert.Contains("exit code 7", error.Message);
        Assert.Contains("IDesignTimeDbContextFactory", error.Action);
    }
}
