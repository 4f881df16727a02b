using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Says what becomes of the text of each key, check and foreign key of a table, and which ones are new.</summary>
internal sealed class ConstraintPatch
{
    private readonly StoredTable _stored;
    private readonly Table _after;
    private readonly List<Key> _uniques;
    private readonly List<Check> _checks;
    private readonly List<ForeignKey> _foreignKeys;
    private readonly Dictionary<int, bool> _keptForeignKeys = [];
    private readonly bool _keepsKey;

    /// <summary>Starts with all constraints of the new definition.</summary>
    /// <param name="stored">The old text.</param>
    /// <param name="after">The new definition.</param>
    public ConstraintPatch(StoredTable stored, Table after)
    {
        (_stored, _after) = (stored, after);
        _uniques = [.. after.UniqueConstraints];
        _checks = [.. after.Checks];
        _foreignKeys = [.. after.ForeignKeys];
        _keepsKey = Equals(stored.Written.PrimaryKey, after.PrimaryKey) && SqliteFacets.IsAutoincrement(stored.Written) == SqliteFacets.IsAutoincrement(after);
        NeedsKey = after.PrimaryKey is not null;
    }

    /// <summary>Whether the primary key is not written yet.</summary>
    public bool NeedsKey { get; set; }

    /// <summary>The constraints whose text was not met, written behind the columns.</summary>
    public IEnumerable<string> Rest
        => (NeedsKey ? new[] { ConstraintText.PrimaryKey(_after.PrimaryKey!) } : [])
            .Concat(_uniques.Select(ConstraintText.Unique))
            .Concat(_checks.Select(ConstraintText.Check))
            .Concat(_foreignKeys.Select(ConstraintText.ForeignKey));

    /// <summary>The text of one; null where it goes.</summary>
    /// <param name="clause">The old one.</param>
    /// <param name="isInline">Whether it stands beside a column.</param>
    public string? Write(ClauseSpan clause, bool isInline) => clause.Kind switch
    {
        ClauseKind.PrimaryKey => PrimaryKey(clause, isInline),
        ClauseKind.Unique => Unique(clause, isInline),
        ClauseKind.Check => Check(clause),
        ClauseKind.ForeignKey => ForeignKey(clause, isInline),
        _ => Own(clause),
    };

    private string? PrimaryKey(ClauseSpan clause, bool isInline)
    {
        var isBehind = !isInline && _after.PrimaryKey is not null && !SqliteFacets.IsKeyInline(_after);
        if (!_keepsKey && !isBehind)
            return null;
        NeedsKey = false;
        return _keepsKey ? Own(clause) : ConstraintText.PrimaryKey(_after.PrimaryKey!);
    }

    private string? Unique(ClauseSpan clause, bool isInline)
    {
        var followed = _stored.Followed.UniqueConstraints[clause.Index];
        var found = Take(_uniques, followed, k => k.Name.Length > 0 && k.Name == followed.Name && !isInline);
        return found is null ? null
            : isInline || found.Equals(_stored.Written.UniqueConstraints[clause.Index]) ? Own(clause)
            : ConstraintText.Unique(found);
    }

    private string? Check(ClauseSpan clause)
    {
        var followed = _stored.Followed.Checks[clause.Index];
        var found = Take(_checks, followed, c => c.Name.Length > 0 && c.Name == followed.Name);
        return found is null ? null : found.Equals(_stored.Written.Checks[clause.Index]) ? Own(clause) : ConstraintText.Check(found);
    }

    private string? ForeignKey(ClauseSpan clause, bool isInline)
    {
        // What is said later about when a key is checked belongs to one that was met before.
        if (_keptForeignKeys.TryGetValue(clause.Index, out var isKept))
            return isKept ? Own(clause) : null;
        var followed = _stored.Followed.ForeignKeys[clause.Index];
        var found = Take(_foreignKeys, followed, k => k.Name.Length > 0 && k.Name == followed.Name && (!isInline || k.Columns.Equals(followed.Columns)));
        _keptForeignKeys[clause.Index] = found?.Equals(_stored.Written.ForeignKeys[clause.Index]) == true;
        return found is null ? null
            : _keptForeignKeys[clause.Index] ? Own(clause)
            : isInline ? ConstraintText.InlineForeignKey(found)
            : ConstraintText.ForeignKey(found);
    }

    // The one that says the same, else the one that has the name.
    private static T? Take<T>(List<T> left, T item, Predicate<T> isNamesake)
        where T : class
    {
        var found = left.Find(item.Equals) ?? left.Find(isNamesake);
        if (found is not null)
            left.Remove(found);
        return found;
    }

    private string Own(ClauseSpan clause) => _stored.Layout.Sql[clause.Start..clause.End];
}
