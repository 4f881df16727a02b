using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>A table that stays, before and after, with the columns that stay.</summary>
internal sealed class TablePair
{
    private readonly Dictionary<string, string> _oldByNew;
    private readonly Lazy<SeedMatch> _rows;

    /// <summary>Creates the pair.</summary>
    /// <param name="old">The table before.</param>
    /// <param name="after">The table after.</param>
    /// <param name="columns">New names by old names of the columns that stay.</param>
    public TablePair(Table old, Table after, IReadOnlyDictionary<string, string> columns)
    {
        Old = old;
        New = after;
        Columns = columns;
        _oldByNew = columns.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        var before = old.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        Kept = [.. after.Columns.Where(c => _oldByNew.ContainsKey(c.Name)).Select(c => (before[_oldByNew[c.Name]], c))];
        Dropped = [.. old.Columns.Where(c => !columns.ContainsKey(c.Name))];
        Added = [.. after.Columns.Where(c => !_oldByNew.ContainsKey(c.Name))];
        DroppedNames = [.. Dropped.Select(c => c.Name)];
        ReplacedNames = [.. DroppedNames.Where(n => after.Columns.Any(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase)))];
        LateDropped = LateDrops.Of(this);
        var passing = new PassingNames(old.Columns.Concat(after.Columns).Select(c => c.Name));
        Aside = LateDropped.Select(c => c.Name).Where(ReplacedNames.Contains).ToDictionary(n => n, passing.Of, StringComparer.Ordinal);
        _rows = new(() => new(this));
        Renames = [.. Aside.Select(a => (a.Key, a.Value)), .. RenameSteps.Of(columns, old.Columns.Select(c => c.Name), passing.Of)];
    }

    /// <summary>The table before.</summary>
    public Table Old { get; }

    /// <summary>The table after.</summary>
    public Table New { get; }

    /// <summary>New names by old names of the columns that stay.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>Which seeded rows stay.</summary>
    public SeedMatch Rows => _rows.Value;

    /// <summary>The columns that go.</summary>
    public IReadOnlyList<Column> Dropped { get; }

    /// <summary>The columns that come.</summary>
    public IReadOnlyList<Column> Added { get; }

    /// <summary>The names of the columns that go: what mentions one must be dropped before.</summary>
    public IReadOnlyCollection<string> DroppedNames { get; }

    /// <summary>Of these, those that another column takes, in whatever case: its own must be gone by then, or called otherwise.</summary>
    public IReadOnlyCollection<string> ReplacedNames { get; }

    /// <summary>The columns that go when computed ones read something else.</summary>
    public IReadOnlyCollection<Column> LateDropped { get; }

    /// <summary>Of these, those that make room for another column: passing names by old names.</summary>
    public IReadOnlyDictionary<string, string> Aside { get; }

    /// <summary>The renames of columns, one after the other.</summary>
    public IReadOnlyList<(string From, string To)> Renames { get; }

    /// <summary>Whether the table keeps its name, and its columns theirs.</summary>
    public bool IsSettled => Old.Name == New.Name && Dropped.Count == 0 && Renames.Count == 0;

    /// <summary>The columns that stay, in the order of the table after.</summary>
    public IReadOnlyList<(Column Old, Column New)> Kept { get; }

    /// <summary>Of these, those whose values get another type.</summary>
    public IEnumerable<(Column Old, Column New)> Retyped => Kept.Where(c => c.Old.StoreType != c.New.StoreType && c.New.ComputedSql is null);

    /// <summary>The old name of a column, or null for one that comes.</summary>
    public string? OldNameOf(string column) => _oldByNew.GetValueOrDefault(column);

    /// <summary>An expression as it reads after the columns were renamed, which databases do themselves.</summary>
    public string? Follow(string? sql)
        => sql is null || Renames.Count == 0 ? sql : Renames.Aggregate(sql, (text, step) => SqlText.RenameIdentifier(text, step.From, step.To));

    /// <summary>Columns under their new names, or null where one goes.</summary>
    public EquatableList<string>? Map(EquatableList<string> columns)
        => columns.All(Columns.ContainsKey) ? columns.Select(c => Columns[c]).ToEquatableList() : null;

    /// <summary>Whether a column gets another store type.</summary>
    public bool ChangesType(string column)
        => Columns.TryGetValue(column, out var name) && Old.FindColumn(column)!.StoreType != New.FindColumn(name)!.StoreType;
}
