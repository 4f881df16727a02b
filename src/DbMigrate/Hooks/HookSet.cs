using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DbMigrate.Hooks;

/// <summary>The hooks of one command; <c>env.ps1</c> is run by the first question for them, and only once.</summary>
internal sealed class HookSet(PSCmdlet command, string name, string root, IDictionary? argument, string tag)
{
    private readonly Dictionary<string, DatabaseOverrides> _configured = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyDictionary<string, Hook>? _hooks;

    /// <summary>The names of those that there are.</summary>
    public IReadOnlyList<string> Names => [.. HookNames.All.Where(All.ContainsKey)];

    private IReadOnlyDictionary<string, Hook> All => _hooks ??= Load();

    public Hook? Find(string name) => All.TryGetValue(name, out var hook) ? hook : null;

    /// <summary>What <c>Configure</c> says of a database; it is asked once for each.</summary>
    /// <param name="database">What holds without it; the hook gets it.</param>
    public DatabaseOverrides Configure(ConfigureQuestion database)
    {
        if (!_configured.TryGetValue(database.Database, out var overrides))
        {
            overrides = Find(HookNames.Configure) is { } hook ? ConfigureResult.Read(hook.Invoke(database.ToObject()), hook.File) : DatabaseOverrides.None;
            _configured.Add(database.Database, overrides);
        }

        return overrides;
    }

    /// <summary>What <c>Configure</c> said of a database before; nothing where it was not asked.</summary>
    public DatabaseOverrides Configured(string database) => _configured.TryGetValue(database, out var overrides) ? overrides : DatabaseOverrides.None;

    private IReadOnlyDictionary<string, Hook> Load()
    {
        var file = new HookFile(command, root);
        RunningHook.RequireNone(Runspace.DefaultRunspace, command.MyInvocation.MyCommand.Name);
        return file.HasContent
            ? file.Run(new Dictionary<string, object?>
            {
                ["Argument"] = Table(argument),
                ["Tag"] = tag,
                ["Command"] = name,
            })
            : new Dictionary<string, Hook>();
    }

    // A copy: what a hook notes there is not the caller's business.
    private static Hashtable Table(IDictionary? argument)
    {
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in argument ?? table)
            table[entry.Key] = entry.Value;
        return table;
    }
}
