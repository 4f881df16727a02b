using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// Leads from one schema to another where rows move to other tables: to a schema that has room for both, then the
/// copies, then on to the schema after.
/// </summary>
internal sealed class CopyingDiffer(ProviderTraits traits)
{
    /// <summary>The difference, or null where no rows move.</summary>
    public DiffResult? Diff(SchemaMatch match, RenamePlan renames, DiffDecisions decisions)
    {
        if (match.Created.Count + match.Dropped.Count == 0 && !HierarchyCopies.MayBe(match) && !JsonCopies.MayBe(match))
            return null;
        var context = new CopyContext(match, renames, decisions, traits);
        var plan = Plan(context);
        var copied = Copied(context, plan);
        if (plan.Copies.Count == 0)
            return plan.Losses.Count + plan.Read.Count == 0 ? null : WithLosses(new SchemaDiffer(traits).Direct(match, renames, decisions with { Copied = copied }), plan);
        FillResolver.ThrowIfAny(context.Missing);

        var differ = new SchemaDiffer(traits);
        var replayer = new Replayer(traits);
        var room = differ.Direct(WideSchema.Before(match, plan), WideSchema.Of(match, plan), decisions with { Fills = Fills(decisions, plan), Renames = Renames(match, decisions) });
        var wide = replayer.Apply(match.From, room.Operations);
        var quiet = new DiffDecisions { IsReverse = true, Copied = copied };
        var rows = differ.Direct(wide, new SeedCopies(context).Apply(wide, plan.Copies), quiet).Operations;
        foreach (var operation in rows)
            operation.AddAnnotation(OperationAnnotations.Copied, true);
        var rest = differ.Direct(replayer.Apply(wide, rows), match.To, quiet);
        var copies = plan.Copies.Select(CopyText.Of).Concat(new JsonSeeds(context).Missing(wide, plan.Copies)).Concat(Numbering(match, plan)).Select(sql => new SqlOperation { Sql = sql });
        return new([.. room.Operations, .. copies, .. rows, .. rest.Operations], [.. room.Losses, .. plan.Losses, .. rest.Losses.Except(plan.Losses)])
        {
            Warnings = plan.Warnings,
            Reverse = renames.Reverse(match.To),
        };
    }

    private static DiffResult WithLosses(DiffResult direct, CopyPlan plan) => direct with { Losses = [.. direct.Losses, .. plan.Losses] };

    private static CopyPlan Plan(CopyContext context)
    {
        var plan = new CopyPlan();
        var (from, to) = TypeLayout.Of(context.Match.From, context.Match.To);
        new HierarchyCopies(context, from, to, plan).Add();
        new PartCopies(context, plan).Add();
        new JsonCopies(context, plan).Add();
        return plan;
    }

    // A person's own fill goes before one that only holds until the copy.
    private static List<FillDecision> Fills(DiffDecisions decisions, CopyPlan plan)
    {
        var given = decisions.Fills.Where(f => !plan.UsedFills.Contains(f)).ToList();
        return [.. given, .. plan.Fills.Where(f => !given.Exists(g => DottedName.Parse(g.Column).SequenceEqual(DottedName.Parse(f.Column), System.StringComparer.OrdinalIgnoreCase)))];
    }

    // A sequence that goes lasts until the rows are where they belong, unless another one takes its name.
    private List<RenameDecision> Renames(SchemaMatch match, DiffDecisions decisions)
        => [.. decisions.Renames.Where(r => r.To is not null || NameLookup.Sequences(match.From, DottedName.Parse(r.From), traits.DefaultSchema).All(match.To.Sequences.ContainsKey))];

    private static HashSet<ColumnName> Copied(CopyContext context, CopyPlan plan)
        => [.. plan.Read.Select(c => new ColumnName(context.Name(context.Match.From.Tables[c.Table]), context.Name(context.Match.From.Tables[c.Table], c.Column)))];

    private IEnumerable<string> Numbering(SchemaMatch match, CopyPlan plan)
        => match.ToOrder.Sorted.Where(plan.Numbered.Contains).SelectMany(n => traits.Numbering(match.To.Tables[n]));
}
