using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using DbMigrate.Commands;

namespace DbMigrate.Hooks;

/// <summary>Reads the hashtable that the hook <c>Configure</c> returns. A value is never shown: it may be a secret.</summary>
internal static class ConfigureResult
{
    private static readonly string[] Keys =
    [
        nameof(DatabaseOverrides.ConnectionString), nameof(DatabaseOverrides.Context), nameof(DatabaseOverrides.HistoryTable),
        nameof(DatabaseOverrides.HistorySchema), nameof(DatabaseOverrides.Timeout), nameof(DatabaseOverrides.LockTimeout),
    ];

    public static DatabaseOverrides Read(IReadOnlyList<PSObject> output, string file)
    {
        if (output.All(o => o is null))
            return DatabaseOverrides.None;
        if (output.Count > 1 || output[0].BaseObject is not IDictionary table)
            throw HookErrors.Invalid($"The hook Configure in {file} returns {output.Count} objects of which the first is a {output[0].BaseObject.GetType().Name}; it may return one hashtable, or nothing", file);

        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            if (!Keys.Contains(entry.Key as string, StringComparer.OrdinalIgnoreCase))
                throw HookErrors.Invalid($"The hook Configure in {file} returns the unknown key '{entry.Key}'; known are {string.Join(", ", Keys)}", file);
            values[(string)entry.Key] = (entry.Value as PSObject)?.BaseObject ?? entry.Value;
        }

        return new DatabaseOverrides
        {
            ConnectionString = Text(values, nameof(DatabaseOverrides.ConnectionString), file),
            Context = Text(values, nameof(DatabaseOverrides.Context), file),
            HistoryTable = Text(values, nameof(DatabaseOverrides.HistoryTable), file),
            HistorySchema = Text(values, nameof(DatabaseOverrides.HistorySchema), file),
            Timeout = Seconds(values, nameof(DatabaseOverrides.Timeout), file),
            LockTimeout = Seconds(values, nameof(DatabaseOverrides.LockTimeout), file),
        };
    }

    private static string? Text(Dictionary<string, object?> values, string key, string file) => Value(values, key) switch
    {
        null => null,
        SecureString secret when key == nameof(DatabaseOverrides.ConnectionString) => SecretTransformationAttribute.Reveal(secret),
        string { Length: > 0 } text => text,
        _ => throw HookErrors.Invalid($"The hook Configure in {file} must return text for {key}", file),
    };

    private static int? Seconds(Dictionary<string, object?> values, string key, string file) => Value(values, key) switch
    {
        null => null,
        int seconds and >= 0 => seconds,
        _ => throw HookErrors.Invalid($"The hook Configure in {file} must return a whole number of seconds for {key}, 0 or more", file),
    };

    private static object? Value(Dictionary<string, object?> values, string key) => values.TryGetValue(key, out var value) ? value : null;
}
