using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.Protocol;

/// <summary>
/// Takes connection strings, and the secret values in them, out of texts for people: those that are known in every form
/// that they may be quoted in, and what stands behind a secret keyword even where nothing is known. Any thread may.
/// </summary>
internal sealed class SecretTexts
{
    private const string Mask = "***";

    // A path to a key or a file of passwords is told as little as what is in it; an assembly's PublicKeyToken is no secret.
    private const string Keyword = @"(?:password|passphrase|passfile|pwd|secret|(?<!publickey)token|credential|(?:account|access|api|encryption|private|ssl)[ _]?key)";

    private const string Value = """
        (?:"(?:[^"]|"")*"|'(?:[^']|'')*'|\\"(?:(?!\\").|\\"\\")*\\"|[^;\r\n]*)
        """;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Assignment = new($"({Keyword}=)(?!\\*\\*\\*){Value}", Options);

    private readonly object _gate = new();

    // Longest first: a secret may be part of another.
    private volatile string[] _known = [];

    /// <summary>From now on nothing of the string that is secret is shown; one that cannot be read is secret as a whole.</summary>
    public void Add(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            return;
        }

        var values = SecretValues(connectionString!);
        if (values is null or { Count: > 0 })
        {
            Know([connectionString!, .. values ?? []]);
        }
    }

    /// <summary>The same for a text that need not be a connection string, as an argument of the app.</summary>
    public void AddIfConnectionString(string text)
    {
        if (SecretValues(text) is { Count: > 0 } values)
        {
            Know([text, .. values]);
        }
    }

    public string Clean(string text)
        => Assignment.Replace(_known.Aggregate(text, (rest, secret) => rest.Replace(secret, Mask)), "$1" + Mask);

    private void Know(IEnumerable<string> secrets)
    {
        lock (_gate)
        {
            _known = [.. _known.Union(secrets.SelectMany(SecretForms.Of), StringComparer.Ordinal).OrderByDescending(s => s.Length)];
        }
    }

    // Null where the string cannot be read.
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
            .Where(k => Regex.IsMatch(k, Keyword, Options))
            .Select(k => Convert.ToString(builder[k], CultureInfo.InvariantCulture) ?? "").Where(v => v.Length > 0)];
    }
}
