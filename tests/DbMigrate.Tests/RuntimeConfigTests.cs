using System;
using System.IO;
using System.Text.Json;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>What a worker is started on.</summary>
public sealed class RuntimeConfigTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("config-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_app_keeps_its_frameworks_and_switches_but_for_those_of_trimmed_and_server_processes()
    {
        var options = Read("""
            {
              "runtimeOptions": {
                "tfm": "net9.0",
                "frameworks": [ { "name": "Microsoft.NETCore.App", "version": "9.0.0" }, { "name": "Microsoft.AspNetCore.App", "version": "9.0.0" } ],
                "configProperties": {
                  "System.GC.Server": true,
                  "System.GC.Concurrent": true,
                  "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported": false,
                  "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault": false,
                  "System.Globalization.Invariant": true,
                  "My.Switch": "a \"text\""
                }
              }
            }
            """);

        Assert.Equal("Major", options.GetProperty("rollForward").GetString());
        Assert.Equal(2, options.GetProperty("frameworks").GetArrayLength());
        Assert.Equal("Microsoft.AspNetCore.App", options.GetProperty("frameworks")[1].GetProperty("name").GetString());
        var switches = options.GetProperty("configProperties");
        Assert.True(switches.GetProperty("System.Globalization.Invariant").GetBoolean());
        Assert.Equal("a \"text\"", switches.GetProperty("My.Switch").GetString());
        Assert.False(switches.TryGetProperty("System.GC.Server", out _));
        Assert.False(switches.GetProperty("System.GC.Concurrent").GetBoolean());
        Assert.False(switches.TryGetProperty("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", out _));
        Assert.False(switches.TryGetProperty("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault", out _));
    }

    [Fact]
    public void An_app_with_one_framework_and_one_that_brings_its_own_name_theirs()
    {
        Assert.Equal("8.0.0", Version(Read("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "8.0.0" } } }""")));
        Assert.Equal("8.0.7", Version(Read("""{ "runtimeOptions": { "includedFrameworks": [ { "name": "Microsoft.NETCore.App", "version": "8.0.7" } ] } }""")));
    }

    [Fact]
    public void A_class_library_runs_on_what_it_was_compiled_for()
        => Assert.Equal([("Microsoft.NETCore.App", "10.0.0")], RuntimeConfig.For(Paths.LibraryTarget).Frameworks);

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    public void Where_nothing_is_known_the_newest_runtime_is_taken(string text)
        => Assert.Equal("LatestMajor", Read(text).GetProperty("rollForward").GetString());

    [Fact]
    public void The_same_content_has_the_same_file()
    {
        var config = RuntimeConfig.For(Paths.ConsoleTarget);

        Assert.Equal(config.Save(_folder), config.Save(_folder));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static string? Version(JsonElement options) => options.GetProperty("frameworks")[0].GetProperty("version").GetString();

    private JsonElement Read(string runtimeConfig)
    {
        File.WriteAllText(Path.Combine(_folder, "App.runtimeconfig.json"), runtimeConfig);
        return JsonDocument.Parse(RuntimeConfig.For(Path.Combine(_folder, "App.dll")).Text).RootElement.GetProperty("runtimeOptions");
    }
}
