using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Which <c>dotnet</c> is run, and with what around it.</summary>
public sealed class ProcessEnvironmentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("host-test-").FullName;

    private static string Name => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void DOTNET_HOST_PATH_wins_over_DOTNET_ROOT_and_that_over_the_PATH()
    {
        var (host, root, path) = (Make("a"), Make("b"), Make("c"));
        var variables = new Dictionary<string, string> { ["PATH"] = Path.GetDirectoryName(path)! };

        Assert.Equal(path, DotNetHost.Find(variables.GetValueOrDefault, File.Exists));
        variables["DOTNET_ROOT"] = Path.GetDirectoryName(root)!;
        Assert.Equal(root, DotNetHost.Find(variables.GetValueOrDefault, File.Exists));
        variables["DOTNET_HOST_PATH"] = host;
        Assert.Equal(host, DotNetHost.Find(variables.GetValueOrDefault, File.Exists));
    }

    [Fact]
    public void A_place_that_has_no_dotnet_is_passed_over()
    {
        var path = Make("c");

        Assert.Equal(path, DotNetHost.Find(new Dictionary<string, string> { ["DOTNET_ROOT"] = _folder, ["DOTNET_HOST_PATH"] = "/nowhere", ["PATH"] = Path.PathSeparator + _folder + Path.PathSeparator + Path.GetDirectoryName(path) }.GetValueOrDefault, File.Exists));
    }

    [Fact]
    public void Without_any_the_error_says_where_it_was_looked_for()
    {
        var asked = new List<string>();

        var error = Assert.Throws<DbMigrateException>(() => DotNetHost.Find(_ => null, path =>
        {
            asked.Add(path);
            return false;
        }));

        Assert.NotEmpty(asked);
        Assert.Equal(ErrorCatalogue.DotNetNotFound, error.Kind);
    }

    [Fact]
    public void What_an_outer_build_or_test_run_has_set_does_not_reach_the_child()
    {
        var variables = new Dictionary<string, string?>
        {
            ["MSBuildSDKsPath"] = "x",
            ["MSBUILD_EXE_PATH"] = "x",
            ["DOTNET_CLI_UI_LANGUAGE"] = "x",
            ["DOTNET_STARTUP_HOOKS"] = "x",
            ["VSTEST_CONNECTION_TIMEOUT"] = "x",
            ["PATH"] = "p",
            ["DOTNET_ROOT"] = "r",
            ["DOTNET_ENVIRONMENT"] = "Staging",
            ["DOTNET_CLI_HOME"] = "h",
            ["ConnectionStrings__Shop"] = "c",
        };

        ChildEnvironment.Clean(variables);

        Assert.Equal(["ConnectionStrings__Shop", "DOTNET_CLI_HOME", "DOTNET_ENVIRONMENT", "DOTNET_ROOT", "PATH"], variables.Keys.Order(StringComparer.Ordinal));
    }

    private string Make(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, Name);
        File.WriteAllText(path, "");
        return path;
    }
}
