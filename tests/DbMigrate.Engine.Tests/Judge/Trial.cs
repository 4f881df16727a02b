using System;
using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Two databases at the same model: EF migrates the one to the next model, we the other.</summary>
internal sealed class Trial(IBench theirs, IBench ours) : IDisposable
{
    /// <summary>Both sides, from databases with rows; what our differ is told is what EF guesses, or nothing.</summary>
    /// <param name="way">The models.</param>
    /// <param name="tellRenames">Whether our differ is told what EF takes for renames.</param>
    public Verdict Hold(JudgedWay way, bool tellRenames)
    {
        Clear(ours, way);
        using var target = theirs.Context(way.To);
        using var source = theirs.Context(way.From);
        if (Create(way, way.From) is { } refusal)
            throw new InvalidOperationException($"{way.Name}: EF cannot create the model before: {refusal}");
        var (from, to) = (Desired(way.From), Desired(way.To));
        ours.Apply(new SchemaDiffer(ours.Traits).Diff(SchemaState.Empty, from, DiffDecisions.None).Operations);
        if (!way.IsUnfilled)
            Fill();

        var expected = EfMigration.Operations(source, target);
        var decisions = new DiffDecisions { IsReverse = true, Renames = tellRenames ? Guesses.Of(expected, ours.Traits.HasSchemas) : [] };
        IReadOnlyList<MigrationOperation> actual = [];
        var (theirError, ourError) = (Migrate(way), (string?)null);
        try
        {
            actual = new SchemaDiffer(ours.Traits).Diff(from, to, decisions).Operations;
            ours.Apply(actual);
        }
        catch (Exception e) when (e is DbMigrateException or DbException or InvalidOperationException)
        {
            ourError = e.Message;
        }

        return new(way.Name, expected, actual, decisions, EfMigration.Model(target)) { Differences = Compare(theirError, ourError, way) };
    }

    public void Dispose()
    {
        theirs.Dispose();
        ours.Dispose();
    }

    private List<SchemaDifference> Compare(string? theirError, string? ourError, JudgedWay way)
    {
        if (ourError is not null)
            return [new("Refused", theirError is null ? "by us" : "by both", theirError ?? "", ourError)];
        var isRefused = theirError is not null;
        if (isRefused)
        {
            Create(way, way.To);
        }

        var (left, right) = (theirs.State, ours.State);
        return
        [
            .. isRefused ? [new SchemaDifference("Refused", "by EF", theirError!, "")] : RowFill.Compare(theirs, left, ours, right),
            .. SchemaComparer.Compare(left, right, seeds: false),
        ];
    }

    private void Fill()
    {
        foreach (var statement in RowFill.Statements(theirs, theirs.State))
        {
            theirs.ExecuteUnchecked(statement);
            ours.ExecuteUnchecked(statement);
        }
    }

    private SchemaState Desired(Action<ModelBuilder> model)
    {
        using var context = ours.Context(model);
        return DesiredSchema.Read(context, ours.Traits);
    }

    private static void Clear(IBench bench, JudgedWay way)
    {
        bench.Clear();
        if (way.Setup is not null)
            bench.Execute(way.Setup);
    }

    // What EF makes of a model from nothing.
    private string? Create(JudgedWay way, Action<ModelBuilder> model)
    {
        Clear(theirs, way);
        using var context = theirs.Context(model);
        return Run(() => EfMigration.Sql(EfMigration.Operations(null, context), context));
    }

    // The generator changes operations, so that it gets its own.
    private string? Migrate(JudgedWay way)
    {
        using var source = theirs.Context(way.From);
        using var target = theirs.Context(way.To);
        return Run(() => EfMigration.Sql(EfMigration.Operations(source, target), target));
    }

    private string? Run(Func<IReadOnlyList<string>> sql)
    {
        try
        {
            foreach (var statement in sql())
                theirs.Execute(statement);
            return null;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or NotSupportedException or ArgumentException or InvalidCastException)
        {
            return e.Message;
        }
    }
}
