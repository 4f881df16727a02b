using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>The main job, with a target of every kind on every EF Core.</summary>
public sealed class TargetKindTests(PublishedTargets targets, PostgresServer server) : IClassFixture<PublishedTargets>
{
    // EF Core 8, 9 and 10, each on the .NET that it came with.
    private static readonly string[] Frameworks = ["net8.0", "net9.0", "net10.0"];

    public static MatrixTheoryData<TargetKind, string> Targets => new(Enum.GetValues<TargetKind>().Where(k => k != TargetKind.PublishedSingleFile), Frameworks);

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_main_job_works_on_SQLite(TargetKind kind, string framework)
    {
        var database = new Database(targets.Folder[$"{kind}-{framework}.db"]);
        MainJob(TargetFixture.All[kind].Arguments(framework), $"'migrations-{kind}-{framework}'", database.Argument, database.Query);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_main_job_works_on_PostgreSQL(TargetKind kind, string framework)
    {
        var database = server.ConnectionString(server.CreateDatabase());
        MainJob($"{TargetFixture.All[kind].Arguments(framework)} -Environment Postgres", $"'postgres-{kind}-{framework}'", $"-ConnectionString '{database}'", sql => ServerDatabase.Query(database, sql));
    }

    [Fact]
    public void A_single_file_is_refused_with_what_to_do()
    {
        var error = targets.Session.Run($"Get-DbMigrationContext {TargetFixture.All[TargetKind.PublishedSingleFile].Arguments("net10.0")}").MustFail("AssemblyInvalid");

        Assert.Contains("was published as a single file, from which nothing can be loaded. Publish it without PublishSingleFile, or pass the project.", error.ToString());
    }

    [Fact]
    public void The_starter_of_an_app_stands_for_its_assembly()
        => Assert.Equal("ShopContext", targets.Session.Run($"Get-DbMigrationContext -Assembly published/net10.0/folder/ConsoleTarget{(OperatingSystem.IsWindows() ? ".exe" : "")}").Single<string>("Name"));

    [Fact]
    public void Every_kind_has_a_fixture_and_every_fixture_a_kind()
    {
        Assert.Equal(Enum.GetValues<TargetKind>(), TargetFixture.All.Keys.Order());

        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "Fixtures", "Kinds")).Select(f => Path.GetFileName(f)!);
        Assert.Equal(["BrokenApp"], folders.Where(f => TargetFixture.All.Values.All(t => !t.Arguments("").Contains("Kinds/" + f))));
    }

    private void MainJob(string arguments, string path, string connection, Func<string, IReadOnlyList<string>> query)
    {
        var target = $"{arguments} -Path {path}";
        var here = $"{target} {connection}";
        Run($"Initialize-DbMigration -Path {path}");

        Assert.Equal("CreateTable", Run($"(New-DbMigration first -RevisionId first1 {target}).Operations.Kind").Single().ToString());
        Assert.Empty(Run($"New-DbMigration nothing {target}").Output);
        Assert.Equal(["first1"], Run($"Update-Database {here}").All<string>("Revision"));
        Assert.Equal(["0"], query("SELECT count(*) FROM \"Customers\""));
        Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {here}").Single().ToString());
        Assert.Equal(["Down"], Run($"Undo-DbMigration -Confirm:$false {here}").All<string>("Direction"));
        Assert.ThrowsAny<DbException>(() => query("SELECT count(*) FROM \"Customers\""));
    }

    private Outcome Run(string script) => targets.Session.Run(script).MustSucceed();
}
