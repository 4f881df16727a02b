using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// What scripts can say and EF's models cannot: triggers, views, raw indexes, <c>ON UPDATE</c> actions and our own
/// annotations. A model that is silent about them does not ask for their end.
/// </summary>
public sealed class ModelGaps(ProviderTraits traits)
{
    /// <summary>The model's schema with all that the scripts have beyond it, under the names that renames lead to.</summary>
    /// <param name="recorded">What the scripts add up to.</param>
    /// <param name="desired">What the model asks for.</param>
    /// <param name="decisions">The renames.</param>
    public SchemaState Fill(SchemaState recorded, SchemaState desired, DiffDecisions decisions)
    {
        var quiet = decisions with { IsReverse = true, Fills = [] };
        var match = RenameResolver.Resolve(recorded, desired, quiet, traits.DefaultSchema).Match(recorded, desired);
        var tables = desired.Tables.ToBuilder();
        foreach (var pair in match.KeptPrincipalsFirst)
            tables[pair.New.Name] = Fill(pair, match);
        desired = desired with { Tables = tables.ToImmutable() };
        return recorded.Views.IsEmpty && recorded.MaterializedViews.IsEmpty && recorded.Triggers.IsEmpty && !recorded.Tables.Values.Any(t => t.Indexes.Any(IsRaw))
            ? desired
            : FillTexts(recorded, desired, quiet, match);
    }

    // Replay follows renames in texts as databases do.
    private SchemaState FillTexts(SchemaState recorded, SchemaState desired, DiffDecisions quiet, SchemaMatch match)
    {
        var modelled = recorded with
        {
            Views = recorded.Views.Clear(),
            MaterializedViews = recorded.MaterializedViews.Clear(),
            Triggers = recorded.Triggers.Clear(),
            Tables = recorded.Tables.SetItems(recorded.Tables.Values.Select(t => KeyValuePair.Create(t.Name, t with { Indexes = t.Indexes.RemoveAll(IsRaw) }))),
        };
        var after = new Replayer(traits).Apply(recorded, AtOnce(match, new SchemaDiffer(traits).Diff(modelled, desired, quiet).Operations));
        var tables = desired.Tables.ToBuilder();
        foreach (var pair in match.KeptPrincipalsFirst)
        {
            var raw = after.Tables[pair.New.Name].Indexes.Where(i => IsRaw(i) && !SqlMentions.Any(i.RawSql, pair.DroppedNames));
            tables[pair.New.Name] = tables[pair.New.Name] with { Indexes = tables[pair.New.Name].Indexes.Concat(raw).ToEquatableList() };
        }

        return desired with
        {
            Tables = tables.ToImmutable(),
            Views = after.Views.SetItems(desired.Views),
            MaterializedViews = after.MaterializedViews,
            Triggers = after.Triggers.SetItems(desired.Triggers),
        };
    }

    // A column that steps aside before it goes takes no text along: what named it means what takes its name.
    private static IEnumerable<MigrationOperation> AtOnce(SchemaMatch match, IReadOnlyList<MigrationOperation> operations)
    {
        var aside = match.KeptPrincipalsFirst.SelectMany(p => p.Aside.Values.Select(n => (p.New.Name.Schema, p.New.Name.Name, n))).ToHashSet();
        return operations.Where(o => o is not DropColumnOperation drop || !aside.Contains((drop.Schema, drop.Table, drop.Name)))
            .Select(o => o is RenameColumnOperation rename && aside.Contains((rename.Schema, rename.Table, rename.NewName)) ? new DropColumnOperation { Schema = rename.Schema, Table = rename.Table, Name = rename.Name } : o);
    }

    private static Table Fill(TablePair pair, SchemaMatch match)
    {
        var foreignKeys = pair.Old.ForeignKeys.Where(k => k.OnUpdate != default || k.Annotations.Count > 0).Select(k => ForeignKeyDiff.Follow(pair, match, k)).OfType<ForeignKey>().ToList();
        var old = pair.Kept.ToDictionary(k => k.New.Name, k => k.Old, StringComparer.Ordinal);
        return pair.New with
        {
            Annotations = Ours(pair.Old.Annotations, pair.New.Annotations),
            Columns = pair.New.Columns.Replace(c => old.ContainsKey(c.Name), c => c with { Annotations = Ours(old[c.Name].Annotations, c.Annotations) }),
            PrimaryKey = pair.New.PrimaryKey is { } key && pair.Old.PrimaryKey is { } before && key.Columns.Equals(pair.Map(before.Columns))
                ? key with { Annotations = Ours(before.Annotations, key.Annotations) }
                : pair.New.PrimaryKey,
            ForeignKeys = pair.New.ForeignKeys.Replace(_ => true, k => foreignKeys.Find(f => Refers(f, k)) is { } found
                ? k with { OnUpdate = found.OnUpdate, Annotations = Ours(found.Annotations, k.Annotations) }
                : k),
        };
    }

    private static bool Refers(ForeignKey left, ForeignKey right)
        => left.Columns.Equals(right.Columns) && left.PrincipalTable == right.PrincipalTable && left.PrincipalColumns.Equals(right.PrincipalColumns);

    private static AnnotationSet Ours(AnnotationSet recorded, AnnotationSet desired)
        => recorded.Items.Where(a => a.Key.StartsWith(OperationAnnotations.Prefix, StringComparison.Ordinal) && desired[a.Key] is null)
            .Aggregate(desired, (set, a) => set.With(a.Key, a.Value));

    private static bool IsRaw(Schema.Index index) => index.RawSql is not null;
}
