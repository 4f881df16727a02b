using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Settings;

/// <summary>Reads the entry <c>Databases</c>, in the order in which it is written.</summary>
/// <param name="path">The settings file, for messages.</param>
internal sealed class DatabasesReader(string path)
{
    public const string Key = "Databases";

    private const string DefaultKey = "Default";

    private static readonly string[] Keys = [nameof(DatabaseSettings.Context), nameof(DatabaseSettings.ConnectionStringVariable), DefaultKey];

    /// <param name="settings">The whole hashtable of the file, known to be pure data.</param>
    public IReadOnlyList<DatabaseSettings> Read(HashtableAst settings)
    {
        var entry = settings.KeyValuePairs.FirstOrDefault(p => Name(p.Item1).Equals(Key, StringComparison.OrdinalIgnoreCase));
        var databases = new List<DatabaseSettings>();
        if (entry is null || IsNull(entry.Item2))
            return databases;

        var table = Value(entry.Item2) as HashtableAst ?? throw Invalid(entry.Item1, $"needs a hashtable of databases for {Key}");
        foreach (var (key, value) in table.KeyValuePairs.Select(p => (p.Item1, p.Item2)))
        {
            var database = Database(key, value);
            if (databases.FirstOrDefault(d => Clash(d, database) is not null) is { } other)
                throw Invalid(key, $"has the databases '{other.Name}' and '{database.Name}', {Clash(other, database)}");
            databases.Add(database);
        }

        return databases;
    }

    // PowerShell compares without case, and so do some file systems; two names that differ by it alone are one.
    private static string? Clash(DatabaseSettings one, DatabaseSettings other)
    {
        if (one.IsDefault && other.IsDefault)
            return "which are both marked as default";
        if (string.Equals(one.MethodSuffix, other.MethodSuffix, StringComparison.OrdinalIgnoreCase))
            return $"whose methods would both be called Up{one.MethodSuffix}";
        return string.Equals(one.Context, other.Context, StringComparison.OrdinalIgnoreCase)
            && string.Equals(one.ConnectionStringVariable, other.ConnectionStringVariable, StringComparison.OrdinalIgnoreCase)
            ? "which have the same context and the same connection"
            : null;
    }

    private DatabaseSettings Database(ExpressionAst key, StatementAst value)
    {
        var name = Name(key);
        if (DatabaseSettings.Problem(name) is { } problem)
            throw Invalid(key, $"has the name '{name}' among its {Key}, which {problem}");
        if (Value(value) is StringConstantExpressionAst context)
            return new DatabaseSettings { Name = name, Context = context.Value };

        var entries = Entries(name, Value(value) as HashtableAst ?? throw Invalid(key, $"needs the name of a context or a hashtable for the database '{name}'"));
        return new DatabaseSettings
        {
            Name = name,
            Context = Text(entries, Keys[0]),
            ConnectionStringVariable = Text(entries, Keys[1]),
            IsDefault = Flag(entries),
        };
    }

    private Dictionary<string, (ExpressionAst Key, object? Value)> Entries(string database, HashtableAst table)
    {
        var entries = new Dictionary<string, (ExpressionAst, object?)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in table.KeyValuePairs.Select(p => (p.Item1, p.Item2)))
        {
            if (!Keys.Contains(Name(key), StringComparer.OrdinalIgnoreCase))
                throw Invalid(key, $"has the unknown key '{Name(key)}' for the database '{database}'; known are {string.Join(", ", Keys)}");
            entries[Name(key)] = (key, Value(value)?.SafeGetValue());
        }

        return entries;
    }

    private string Text(Dictionary<string, (ExpressionAst Key, object? Value)> entries, string key)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Value is null)
            return "";
        return entry.Value is string { Length: > 0 } text ? text : throw Invalid(entry.Key, $"needs text for {key}");
    }

    private bool Flag(Dictionary<string, (ExpressionAst Key, object? Value)> entries)
    {
        if (!entries.TryGetValue(DefaultKey, out var entry))
            return false;
        return entry.Value as bool? ?? throw Invalid(entry.Key, $"needs $true or $false for {DefaultKey}");
    }

    private Exception Invalid(ExpressionAst at, string what) => SettingsFile.Invalid(path, at.Extent.StartLineNumber, what);

    private static bool IsNull(StatementAst statement) => Value(statement) is VariableExpressionAst { VariablePath.UserPath: var name } && name.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static ExpressionAst? Value(StatementAst statement) => ((statement as PipelineAst)?.PipelineElements[0] as CommandExpressionAst)?.Expression;

    private static string Name(ExpressionAst key) => (key as StringConstantExpressionAst)?.Value ?? key.Extent.Text;
}
