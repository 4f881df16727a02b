using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Commands;

/// <summary>Gathers what was bound to <c>-Database</c>, object by object, and picks those databases from the settings.</summary>
internal sealed class DatabaseChoice
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _all;

    /// <summary>Adds the names of one object; null for all databases.</summary>
    public void Add(IReadOnlyList<string>? names)
    {
        _all |= names is null;
        _names.UnionWith(names ?? []);
    }

    /// <summary>
    /// Checks what was bound. The binder's own check would refuse one object of a pipeline and go on with the others.
    /// </summary>
    public static IReadOnlyList<string> Check(IReadOnlyCollection<string?>? names)
        => names is { Count: > 0 } && names.All(n => !string.IsNullOrWhiteSpace(n))
            ? [.. names.Select(n => n!.Trim())]
            : throw ErrorCatalogue.DatabaseMissing.Error("-Database is null or empty.");

    /// <summary>The chosen databases in the order of the settings; a folder with one database has a nameless one.</summary>
    /// <exception cref="DbMigrateException"><c>DatabaseNotFound</c>.</exception>
    public IReadOnlyList<DatabaseSettings> From(MigrationSettings settings)
    {
        if (_names.FirstOrDefault(name => settings.Databases.All(d => !Is(d, name))) is { } unknown)
            throw NotFound(unknown, settings);
        if (settings.Databases.Count == 0)
            return [new DatabaseSettings { IsDefault = true }];
        return _all ? settings.Databases : [.. settings.Databases.Where(d => _names.Contains(d.Name))];
    }

    private static bool Is(DatabaseSettings database, string name) => string.Equals(database.Name, name, StringComparison.OrdinalIgnoreCase);

    private static DbMigrateException NotFound(string name, MigrationSettings settings) => settings.Databases.Count == 0
        ? ErrorCatalogue.DatabaseNotFound.Error(
            $"The migrations folder {settings.Root} has one database, which has no name; '{name}' is none of it.", name, "Leave -Database out, or name several databases in the settings.")
        : ErrorCatalogue.DatabaseNotFound.Error(
            $"The settings of {settings.Root} have no database '{name}'. They have {string.Join(", ", settings.Databases.Select(d => d.Name))}.", name);
}
