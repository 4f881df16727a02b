using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker.Loading;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>What a target finds around itself, and what cannot be a target.</summary>
public sealed class LoadingTests
{
    [Fact]
    public async Task A_target_runs_from_a_private_copy_in_the_surroundings_that_dotnet_run_gives()
    {
        await using var worker = TestWorker.Start();
        var project = Directory.CreateDirectory(Path.Combine(worker.Folder, "project")).FullName;
        var request = worker.LoadRequestFor(Paths.ConsoleTarget);
        request.ProjectDirectory = project;
        Assert.Equal("result", (await worker.Ask("load", request)).Kind);

        var facts = TestWorker.TextOf(await worker.Ask("surroundings")).Split('\n').Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1]);

        Assert.StartsWith(worker.Temporary, facts["location"]);
        Assert.Equal("DbMigrate:ConsoleTarget", facts["context"]);
        Assert.Equal(Path.GetDirectoryName(Paths.ConsoleTarget) + Path.DirectorySeparatorChar, facts["base"]);
        Assert.Equal(project, facts["directory"]);
        Assert.Equal("ConsoleTarget", facts["entry"]);
        Assert.Equal("Development", facts["environment"]);
        Assert.Equal("Development", facts["aspnet"]);
    }

    [Fact]
    public async Task An_environment_that_was_asked_for_is_set_for_both_kinds_of_host()
    {
        await using var worker = TestWorker.Start();
        var request = worker.LoadRequestFor(Paths.ConsoleTarget);
        request.Environment = "Staging";
        _ = await worker.Ask("load", request);

        var text = TestWorker.TextOf(await worker.Ask("surroundings"));

        Assert.Contains("environment=Staging", text);
        Assert.Contains("aspnet=Staging", text);
    }

    [Theory]
    [MemberData(nameof(TargetsWithEfCore))]
    public async Task A_context_of_an_app_and_of_a_class_library_without_copied_packages_reaches_its_database(string target)
    {
        await using var worker = await TestWorker.StartLoaded(target);

        Assert.Equal("0", TestWorker.TextOf(await worker.Ask("count")));
        Assert.True(File.Exists(Path.Combine(worker.Folder, "fixture.db")));
    }

    public static TheoryData<string> TargetsWithEfCore => [Paths.ConsoleTarget, Paths.LibraryTarget];

    [Fact]
    public async Task The_provider_that_ships_is_loaded_from_its_place_without_a_copy()
    {
        await using var worker = TestWorker.Start();
        var request = new LoadRequest { ProviderPath = Paths.SqliteProvider, Engine = Paths.ProbeEngine, CacheDirectory = Path.Combine(worker.Folder, "cache") };
        Assert.Equal("result", (await worker.Ask("load", request)).Kind);

        var loaded = TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "Microsoft.EntityFrameworkCore.Sqlite" }));

        Assert.Equal("DbMigrate:DbMigrate.Providers.Sqlite|" + Path.Combine(Path.GetDirectoryName(Paths.SqliteProvider)!, "Microsoft.EntityFrameworkCore.Sqlite.dll"), loaded);
        Assert.Empty(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));
    }

    [Fact]
    public async Task What_the_worker_brings_for_itself_is_not_there_for_the_target()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        Assert.StartsWith("missing|", TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "Microsoft.CodeAnalysis" })));
        Assert.DoesNotContain(Path.GetDirectoryName(Paths.Worker)!, TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "System.Collections.Immutable" })));
    }

    [Fact]
    public async Task Of_an_assembly_that_ships_in_the_same_build_the_precompiled_image_is_used()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);

        var shipped = TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "Microsoft.EntityFrameworkCore" }));
        var own = TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "ConsoleTarget" }));

        Assert.Equal("DbMigrate:ConsoleTarget|" + Path.Combine(Path.GetDirectoryName(Paths.SqliteProvider)!, "Microsoft.EntityFrameworkCore.dll"), shipped);
        Assert.StartsWith("DbMigrate:ConsoleTarget|" + worker.Temporary, own);
    }

    [Fact]
    public async Task Translated_texts_are_copied_when_they_are_asked_for()
    {
        await using var worker = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        var copy = Assert.Single(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));
        Assert.False(Directory.Exists(Path.Combine(copy, "de")));

        var loaded = TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "ConsoleTarget.resources, Culture=de" }));

        Assert.Equal("DbMigrate:ConsoleTarget|" + Path.Combine(copy, "de", "ConsoleTarget.resources.dll"), loaded);
        Assert.StartsWith("missing|", TestWorker.TextOf(await worker.Ask("load-assembly", new TextEvent { Text = "ConsoleTarget.resources, Culture=fr" })));
    }

    [Fact]
    public void Of_an_assembly_that_ships_in_another_build_the_target_keeps_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("twin-").FullName;
        var path = Path.Combine(folder, "Microsoft.EntityFrameworkCore.dll");
        SmallAssembly.Write(path, "class C;");

        Assert.Equal(path, new PrecompiledTwins(Path.Combine(Paths.Module, "providers")).Prefer(path));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_app_without_EF_Core_is_an_error_that_names_it()
        => await AssertRefused(Paths.PlainTarget, "EfCoreNotFound", Paths.PlainTarget);

    [Fact]
    public async Task A_file_that_is_no_assembly_is_an_error_that_names_it()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "no assembly", TestContext.Current.CancellationToken);

        await AssertRefused(file, "AssemblyInvalid", file);
        File.Delete(file);
    }

    [Fact]
    public async Task A_native_library_is_no_assembly()
    {
        var native = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Paths.SqliteProvider)!, "runtimes", "win-x64"), "*.dll", SearchOption.AllDirectories).Single();

        await AssertRefused(native, "AssemblyInvalid", native);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_an_error_that_names_it()
        => await AssertRefused("/nowhere/App.dll", "TargetNotFound", "/nowhere/App.dll");

    [Fact]
    public async Task An_assembly_for_a_newer_NET_is_refused_before_it_is_loaded()
    {
        var folder = Directory.CreateTempSubdirectory("newer-").FullName;
        var path = Path.Combine(folder, "Newer.dll");
        SmallAssembly.Write(path, "[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v99.0\")]");

        await AssertRefused(path, "RuntimeNotInstalled", ".NET 99.0");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_assembly_for_the_NET_Framework_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("framework-").FullName;
        var path = Path.Combine(folder, "Old.dll");
        SmallAssembly.Write(path, "[assembly: System.Runtime.Versioning.TargetFramework(\".NETFramework,Version=v4.8\")]");

        await AssertRefused(path, "AssemblyInvalid", ".NET Framework");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_killed_worker_leaves_a_copy_that_the_next_one_sweeps_and_those_of_living_workers_stay()
    {
        await using var living = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        await using var killed = await TestWorker.StartLoaded(Paths.ConsoleTarget);
        Assert.Single(Directory.GetDirectories(killed.Temporary, "dbmigrate-*"));
        killed.Process.Kill();
        await killed.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        PrivateCopy.Sweep(killed.Temporary);
        PrivateCopy.Sweep(living.Temporary);

        Assert.Empty(Directory.GetDirectories(killed.Temporary, "dbmigrate-*"));
        Assert.Single(Directory.GetDirectories(living.Temporary, "dbmigrate-*"));
        Assert.Equal("0", TestWorker.TextOf(await living.Ask("count")));
    }

    [Fact]
    public void A_copy_holds_code_and_content_but_no_databases_other_builds_foreign_systems_or_translations()
    {
        var folder = Directory.CreateTempSubdirectory("copy-").FullName;
        foreach (var file in (IEnumerable<string>)["App.dll", "App.deps.json", "shop.db", "seed/data.txt", "publish/App.deps.json", "publish/App.dll", "de/App.resources.dll", "runtimes/any/native/x.txt", "runtimes/aix-ppc/native/x.txt"])
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        using var copy = PrivateCopy.Of(Path.Combine(folder, "App.dll"));

        var copied = Directory.GetFiles(copy.Directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(copy.Directory, f).Replace('\\', '/')).Where(f => !f.StartsWith('.')).Order(StringComparer.Ordinal);
        Assert.Equal(["App.deps.json", "App.dll", "runtimes/any/native/x.txt", "seed/data.txt"], copied);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Of_a_folder_that_is_no_build_output_only_code_is_copied()
    {
        var folder = Directory.CreateTempSubdirectory("home-").FullName;
        foreach (var file in (IEnumerable<string>)["App.dll", "letter.txt", "photos/one.dll"])
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        using var copy = PrivateCopy.Of(Path.Combine(folder, "App.dll"));

        Assert.Equal(["App.dll"], Directory.GetFiles(copy.Directory, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Where(f => f[0] != '.'));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertRefused(string target, string errorId, string named)
    {
        await using var worker = TestWorker.Start();

        var error = TestWorker.ErrorOf(await worker.Ask("load", worker.LoadRequestFor(target)));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(named, error.Message);
        Assert.Equal(target, error.Target);
        Assert.Empty(Directory.GetDirectories(worker.Temporary, "dbmigrate-*"));
    }
}
