using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DbMigrate.Worker;

/// <summary>
/// The runtimeconfig that a worker is started with: the target's frameworks and switches, so that it runs on what
/// <c>dotnet run</c> would run it on, without what suits only trimmed, ahead-of-time compiled or server processes.
/// </summary>
internal sealed class RuntimeConfig
{
    private const string CoreFramework = "Microsoft.NETCore.App";
    private const string OldestCore = "8.0.0";

    /// <summary>Switches that would break reflection, slow the start, or take a server's share of the machine.</summary>
    private static readonly string[] NotForWorkers =
    [
        "System.GC.",
        "System.Runtime.Tiered",
        "System.Runtime.CompilerServices.RuntimeFeature.",
        "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault",
        "System.Resources.UseSystemResourceKeys",
        "System.Diagnostics.Tracing.EventSource.IsSupported",
        "System.ComponentModel.TypeConverter.",
        "System.ComponentModel.DefaultValueAttribute.IsSupported",
        "System.Runtime.InteropServices.BuiltInComInterop.IsSupported",
        "System.StartupHookProvider.IsSupported",
        "System.Reflection.",
        "System.Linq.Expressions.",
    ];

    /// <summary>A worker is short-lived and nobody waits for single answers of it: what profiles code, or collects beside it, takes a processor away.</summary>
    private static readonly string[] OfWorkers = ["\"System.Runtime.TieredPGO\": false", "\"System.GC.Concurrent\": false"];

    private RuntimeConfig(IReadOnlyList<(string Name, string Version)> frameworks, string rollForward, IReadOnlyList<XElement> switches)
    {
        Frameworks = frameworks;
        Text = ToText(frameworks, rollForward, switches);
    }

    /// <summary>What must be installed.</summary>
    public IReadOnlyList<(string Name, string Version)> Frameworks { get; }

    public string Text { get; }

    /// <summary>Makes the configuration for a target, or for a provider that stands for one.</summary>
    /// <param name="assembly">The target.</param>
    /// <param name="more">Frameworks that a class library needs besides.</param>
    public static RuntimeConfig For(string assembly, params string[] more)
    {
        if (ReadTree(Path.ChangeExtension(assembly, ".runtimeconfig.json"))?.Element("runtimeOptions") is { } options)
        {
            var frameworks = options.Elements("framework").Concat(Items(options, "frameworks")).Concat(Items(options, "includedFrameworks"))
                .Select(f => (Name: f.Element("name")?.Value ?? "", Version: f.Element("version")?.Value ?? "")).Where(f => f.Name.Length > 0).ToArray();
            if (frameworks.Length > 0)
            {
                var switches = (options.Element("configProperties")?.Elements() ?? []).Where(s => !IsDropped(JsonText.NameOf(s))).ToArray();
                return new RuntimeConfig(frameworks, options.Element("rollForward")?.Value == "LatestMajor" ? "LatestMajor" : "Major", switches);
            }
        }

        // A class library: the framework that it was compiled for; where even that is unknown, the newest one is tried.
        var version = ReadLibraryVersion(Path.ChangeExtension(assembly, ".deps.json"));
        return new RuntimeConfig([.. more.Prepend(CoreFramework).Select(f => (f, version ?? OldestCore))], version is null ? "LatestMajor" : "Major", []);
    }

    /// <summary>Writes the text into a folder, under a name made of its content, and returns the path.</summary>
    public string Save(string folder)
    {
        using var sha = SHA256.Create();
        var hash = BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(Text)), 0, 8).Replace("-", "").ToLowerInvariant();
        var path = Path.Combine(folder, $"worker-{hash}.runtimeconfig.json");
        if (!File.Exists(path))
        {
            var temporary = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllText(temporary, Text);
            try
            {
                File.Move(temporary, path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another session was quicker, with the same content.
                File.Delete(temporary);
            }
        }

        return path;
    }

    private static bool IsDropped(string name) => NotForWorkers.Any(n => name.StartsWith(n, StringComparison.Ordinal));

    private static IEnumerable<XElement> Items(XElement options, string name) => options.Element(name)?.Elements() ?? [];

    private static XElement? ReadTree(string path)
    {
        try
        {
            return File.Exists(path) ? JsonText.Parse(File.ReadAllText(path)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? ReadLibraryVersion(string dependencies)
    {
        var text = File.Exists(dependencies) ? File.ReadAllText(dependencies) : "";
        var match = Regex.Match(text, "\"runtimeTarget\"\\s*:\\s*\\{\\s*\"name\"\\s*:\\s*\"\\.NETCoreApp,Version=v(\\d+\\.\\d+)");
        return match.Success ? match.Groups[1].Value + ".0" : null;
    }

    private static string ToText(IEnumerable<(string Name, string Version)> frameworks, string rollForward, IEnumerable<XElement> switches)
    {
        var lines = frameworks.Select(f => $"      {{ \"name\": {Quote(f.Name)}, \"version\": {Quote(f.Version)} }}");
        var properties = switches.Select(s => $"      {Quote(JsonText.NameOf(s))}: {(JsonText.TypeOf(s) == "string" ? Quote(s.Value) : s.Value)}")
            .Concat(OfWorkers.Select(s => "      " + s));
        return $$"""
            {
              "runtimeOptions": {
                "rollForward": {{Quote(rollForward)}},
                "frameworks": [
            {{string.Join(",\n", lines)}}
                ],
                "configProperties": {
            {{string.Join(",\n", properties)}}
                }
              }
            }

            """;
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
