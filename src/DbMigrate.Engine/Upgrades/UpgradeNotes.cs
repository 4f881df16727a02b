using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Upgrades;

/// <summary>
/// What differs because EF Core reads the same model in another way than the version that the last revision was
/// generated with. A difference is one of these where the earlier version, with the present model, would have none.
/// </summary>
internal sealed class UpgradeNotes
{
    private readonly List<UpgradeNote> _notes = [];
    private readonly ProviderTraits? _traits;

    private UpgradeNotes(ProviderTraits? traits) => _traits = traits;

    public static UpgradeNotes None { get; } = new(null);

    /// <summary>A sentence for each.</summary>
    public IEnumerable<string> Texts => _notes.Select(n => n.Text).Distinct();

    /// <summary>Compares the tables that stay.</summary>
    /// <param name="upgrade">From which version to which; null for none.</param>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="recorded">What the scripts add up to.</param>
    /// <param name="desired">What the model asks for.</param>
    /// <param name="decisions">The renames.</param>
    public static UpgradeNotes Find(Upgrade? upgrade, ProviderTraits traits, SchemaState recorded, SchemaState desired, DiffDecisions decisions)
    {
        if (upgrade is null)
            return None;
        var notes = new UpgradeNotes(traits);
        foreach (var pair in RenameResolver.Resolve(recorded, desired, decisions with { IsReverse = true, Fills = [] }, traits.DefaultSchema).Match(recorded, desired).KeptPrincipalsFirst)
            notes._notes.AddRange(NumberingChange.Find(pair, upgrade).Concat(NameChange.Find(pair, upgrade)));
        return notes;
    }

    /// <summary>What is said above those operations that the upgrade has to do with.</summary>
    public IReadOnlyDictionary<MigrationOperation, string> Comments(IEnumerable<MigrationOperation> operations)
        => operations.Select(o => (Operation: o, Note: Find(o))).Where(p => p.Note is not null).ToDictionary(p => p.Operation, p => p.Note!.Text);

    /// <summary>Why an operation is there, where the upgrade is the whole reason; else empty.</summary>
    public string Cause(MigrationOperation operation) => Cause(Find(operation));

    /// <summary>The same for a thing that differs.</summary>
    public string Cause(SchemaDifference difference) => Cause(_notes.Find(n => difference.Object == $"column {n.Table}.{n.Column}"));

    private static string Cause(UpgradeNote? note) => note is { IsAll: true } ? note.Text : "";

    private UpgradeNote? Find(MigrationOperation operation) => operation switch
    {
        AlterColumnOperation o => Find(UpgradeKind.Facet, o.Schema, o.Table, o.Name),
        AddColumnOperation o => Find(UpgradeKind.Name, o.Schema, o.Table, o.Name),
        DropColumnOperation o => Find(UpgradeKind.Name, o.Schema, o.Table, o.Name),
        RenameColumnOperation o => Find(UpgradeKind.Name, o.Schema, o.Table, o.NewName),
        AlterTableOperation o => Find(UpgradeKind.Types, o.Schema, o.Name, ""),
        _ => null,
    };

    private UpgradeNote? Find(UpgradeKind kind, string? schema, string table, string column)
        => _notes.Find(n => n.Kind == kind && n.Table == new ObjectName(schema == _traits?.DefaultSchema ? null : schema, table) && n.Column == column);
}
