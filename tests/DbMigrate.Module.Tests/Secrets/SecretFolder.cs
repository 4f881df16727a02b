using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Secrets;

/// <summary>A session with a temporary folder and a cache of its own, and everything that a secret could get into.</summary>
internal sealed class SecretFolder : IDisposable
{
    /// <summary>Stands in the middle of the password, so that it is found in whatever way the rest is quoted.</summary>
    public const string Core = "geh31m";

    public const string Password = $"; \"a{Core}b' ";

    /// <summary>The password as a value of a connection string.</summary>
    public static readonly string Quoted = $"\"{Password.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private readonly Dictionary<string, string?> _environment = [];
    private readonly StringBuilder _said = new();
    private readonly ShopProject? _shop;
    private readonly Session? _own;

    public SecretFolder(string? fixture = null)
    {
        Folder = new TemporaryFolder();
        Set("TMPDIR", Directory.CreateDirectory(Folder["tmp"]).FullName);
        Set("XDG_CACHE_HOME", Directory.CreateDirectory(Folder["cache"]).FullName);
        _shop = fixture is null ? null : new ShopProject(fixture, "src/Shop");
        _own = _shop is null ? new Session(Folder.Path) : null;
    }

    public TemporaryFolder Folder { get; }

    public string Project => _shop!.Folder.Path;

    private Session Session => _shop?.Session ?? _own!;

    /// <summary>For this session and the processes that it starts.</summary>
    public void Set(string variable, string? value)
    {
        _ = _environment.TryAdd(variable, Environment.GetEnvironmentVariable(variable));
        Environment.SetEnvironmentVariable(variable, value);
    }

    /// <summary>Runs a script, in which the connection string is <c>$secret</c>, with everything said that can be.</summary>
    public Outcome Run(string script, string connectionString = "")
    {
        Session.Runspace.SessionStateProxy.SetVariable("secret", connectionString);
        using var shell = Session.Shell($"$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'; {script}");
        var outcome = Session.Invoke(shell);
        _said.AppendLine($"> {script}").AppendLine(outcome.HostText);
        foreach (var item in new IEnumerable[] { outcome.Output, shell.Streams.Warning, shell.Streams.Verbose, shell.Streams.Debug, shell.Streams.Information, Session.Host.Progress, Session.Host.Questions })
            _said.AppendJoin('\n', item.Cast<object>()).AppendLine();
        foreach (var error in outcome.Errors.Append(outcome.Terminating!).Where(e => e is not null))
            Say(error);
        SayProcesses();
        return outcome;
    }

    /// <summary>Remembers what is found elsewhere: rows of a database, for example.</summary>
    public void Say(IEnumerable<string> texts) => _said.AppendJoin('\n', texts).AppendLine();

    /// <summary>Ends the session and searches what it said, its processes and the files that it left or made.</summary>
    /// <param name="proof">What must have been said, so that the search is not of nothing.</param>
    public void MustNotContainSecrets(params string[] proof)
    {
        var text = _said.ToString();
        Assert.All(proof, p => Assert.Contains(p, text));
        var at = text.IndexOf(Core, StringComparison.Ordinal);
        Assert.True(at < 0, at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)]);
        var folders = _shop is null ? new[] { Folder.Path } : [Folder.Path, Project];
        Assert.DoesNotContain(
            folders.SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)),
            f => !f.EndsWith(".secret", StringComparison.Ordinal) && HasSecret(f));
    }

    // What a worker that ends is removing meanwhile is no longer anywhere.
    private static bool HasSecret(string file)
    {
        try
        {
            // The runtime's pipes and sockets have no length, and reading them would wait for ever.
            return new FileInfo(file).Length > 0 && File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Core)) >= 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _shop?.Dispose();
        _own?.Dispose();
        foreach (var (variable, value) in _environment)
            Environment.SetEnvironmentVariable(variable, value);
        Folder.Dispose();
    }

    // All that an error record has but the text of the command, which is the user's own.
    private void Say(ErrorRecord error)
    {
        _said.AppendLine(error.ToString()).AppendLine(error.FullyQualifiedErrorId).AppendLine($"{error.TargetObject}").AppendLine($"{error.ErrorDetails?.Message} {error.ErrorDetails?.RecommendedAction}");
        for (var e = error.Exception; e is not null; e = e.InnerException)
        {
            _said.AppendLine(e.ToString());
            foreach (var property in e.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.PropertyType == typeof(string)))
                _said.AppendLine($"{property.Name}={property.GetValue(e)}");
        }
    }

    // The workers and builds below this process, as another user of the machine, or a monitor, sees them.
    private void SayProcesses()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var folder in Directory.GetDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)))
        {
            try
            {
                _said.AppendLine(File.ReadAllText(Path.Combine(folder, "cmdline")));
                if (File.ReadLines(Path.Combine(folder, "status")).Contains($"PPid:\t{Environment.ProcessId}"))
                    _said.AppendLine(File.ReadAllText(Path.Combine(folder, "environ")));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is not ours.
            }
        }
    }
}
