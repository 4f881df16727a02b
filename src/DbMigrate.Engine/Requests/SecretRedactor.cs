using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;

namespace DbMigrate.Engine.Requests;

/// <summary>Takes connection strings, and the secret values in them, out of texts for people.</summary>
internal sealed class SecretRedactor
{
    private const string Mask = "***";

    private static readonly string[] SecretWords = ["password", "pwd", "secret", "token", "accountkey", "passfile", "ssl key"];

    private readonly List<string> _secrets = [];

    /// <summary>From now on nothing of the string that is secret is shown.</summary>
    public void Add(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            return;
        var values = SecretValues(connectionString);
        if (values is null || values.Count > 0)
            _secrets.Add(connectionString);
        _secrets.AddRange(values ?? []);
        _secrets.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    public string Clean(string text) => _secrets.Aggregate(text, (t, s) => t.Replace(s, Mask, StringComparison.Ordinal));

    // Null where the string cannot be read: then all of it is taken for a secret.
    private static List<string>? SecretValues(string connectionString)
    {
        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            return null;
        }
        return [.. builder.Keys.Cast<string>()
            .Where(k => SecretWords.Any(w => k.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .Select(k => Convert.ToString(builder[k], null) ?? "").Where(v => v.Length > 0)];
    }
}
