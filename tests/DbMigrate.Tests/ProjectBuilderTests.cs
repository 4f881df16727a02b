using System.IO;
using System.Threading;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;
using DbMigrate.Worker.Building;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Real builds: made where something changed, left out where nothing did.</summary>
public sealed class ProjectBuilderTests
{
    [Fact]
    public void A_project_is_built_once_and_then_only_after_a_change_of_any_kind()
    {
        using var solution = new TestSolution();

        Assert.True(solution.Build());
        Assert.False(solution.Build());

        solution.Write("Lib/Entity.cs", "namespace Lib; public sealed class Entity { public int Number { get; set; } }");
        Assert.True(solution.Build());
        Assert.False(solution.Build());

        solution.Write("App/More.cs", "namespace App; public sealed class More;");
        Assert.True(solution.Build());

        File.Delete(Path.Combine(solution.Folder, "App", "More.cs"));
        Assert.True(solution.Build());

        solution.Write("Directory.Build.props", "<Project><PropertyGroup><Version>2.0.0</Version></PropertyGroup></Project>");
        Assert.True(solution.Build());

        solution.Write("shared/Common.props", "<Project><PropertyGroup><Product>Other</Product></PropertyGroup></Project>");
        Assert.True(solution.Build());
        Assert.False(solution.Build());

        File.Delete(solution.Output.Assembly);
        Assert.True(solution.Build());
        Assert.True(File.Exists(solution.Output.Assembly));
    }

    [Fact]
    public void What_builds_and_apps_leave_behind_is_no_reason_to_build()
    {
        using var solution = new TestSolution();
        Assert.True(solution.Build());

        solution.Write("App/shop.db", "a database");
        solution.Write("App/migrations/versions/one.cs", "namespace Scripts; public sealed class One;");
        solution.Write("App/.vs/state.json", "{}");
        solution.Write("App/obj/note.cs", "");

        Assert.False(solution.Build());
    }

    [Fact]
    public void A_project_that_does_not_build_shows_the_lines_of_the_compiler_and_is_built_again()
    {
        using var solution = new TestSolution();
        solution.Write("Lib/Entity.cs", "namespace Lib; public sealed class Entity { private int number = 1 }");

        var error = Assert.Throws<DbMigrateException>(() => solution.Build());

        Assert.Equal(ErrorCatalogue.BuildFailed, error.Kind);
        Assert.Contains("Entity.cs(1,", error.Message);
        Assert.Contains("error CS1002", error.Message);
        Assert.Equal(solution.Project, error.Target);
        Assert.Throws<DbMigrateException>(() => solution.Build());
    }

    [Fact]
    public void A_package_that_does_not_exist_is_named()
    {
        using var solution = new TestSolution();
        solution.Write("Lib/Lib.csproj", TestSolution.Library.Replace("</Project>", "<ItemGroup><PackageReference Include=\"Missing.On.Purpose\" Version=\"1.0.0\" /></ItemGroup></Project>"));
        solution.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");

        Assert.Contains("Missing.On.Purpose", Assert.Throws<DbMigrateException>(() => solution.Build()).Message);
    }

    [Fact]
    public void NoBuild_takes_the_output_as_it_is_and_says_where_there_is_none()
    {
        using var solution = new TestSolution();

        Assert.Equal(ErrorCatalogue.TargetNotFound, Assert.Throws<DbMigrateException>(() => solution.Build(noBuild: true)).Kind);

        Assert.True(solution.Build());
        solution.Write("App/Program.cs", "this does not compile");
        _ = solution.Build(noBuild: true);

        Assert.EndsWith("App.dll", solution.Output.Assembly);
        Assert.Throws<DbMigrateException>(() => solution.Build());
    }

    [Fact]
    public void A_configuration_has_its_own_output()
    {
        using var solution = new TestSolution();

        Assert.True(solution.Build(configuration: "Release"));

        Assert.Contains(Path.Combine("bin", "Release"), solution.Output.Assembly);
        Assert.True(solution.Build(configuration: "Debug"));
        Assert.Contains(Path.Combine("bin", "Debug"), solution.Output.Assembly);
    }

    [Fact]
    public void A_build_that_is_stopped_ends_at_once()
    {
        using var solution = new TestSolution();
        using var stop = new CancellationTokenSource();
        solution.Sink.OnText = _ => stop.Cancel();

        solution.Stop = stop.Token;

        Assert.Throws<WorkerCancelledException>(() => solution.Build());
    }

    [Fact]
    public void A_folder_stands_for_the_only_project_in_it()
    {
        using var solution = new TestSolution();
        Assert.Equal(solution.Project, ProjectFinder.Find(Path.Combine(solution.Folder, "App")));

        solution.Write("App/Second.csproj", TestSolution.Library);
        var several = Assert.Throws<DbMigrateException>(() => ProjectFinder.Find(Path.Combine(solution.Folder, "App")));
        var none = Assert.Throws<DbMigrateException>(() => ProjectFinder.Find(Path.Combine(solution.Folder, "shared")));

        Assert.Equal((ErrorCatalogue.TargetNotFound, ErrorCatalogue.TargetNotFound), (several.Kind, none.Kind));
        Assert.Contains("App.csproj, Second.csproj", several.Message);
        Assert.Equal(ErrorCatalogue.TargetNotFound, Assert.Throws<DbMigrateException>(() => ProjectFinder.Find(Path.Combine(solution.Folder, "nowhere"))).Kind);
    }
}
