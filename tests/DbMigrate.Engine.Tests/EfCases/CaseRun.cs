using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Engine.Tests.Scripting;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;
using OperationText = DbMigrate.Engine.Tests.Diff.OperationText;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Takes a case there and back on a filled database.</summary>
internal sealed class CaseRun(ModelCase subject, CaseDatabase database)
{
    private readonly SchemaDiffer _differ = new(database.Traits);

    /// <summary>
    /// The operations are as expected, come out of their script unchanged, lead there and back, leave no difference and
    /// all rows that both schemas can hold.
    /// </summary>
    public void Run()
    {
        if (subject.Deviation is not null)
            TestContext.Current.TestOutputHelper?.WriteLine("Not as the peer: " + subject.Deviation);
        if (subject.Refused is not null)
        {
            var error = Assert.Throws<DbMigrateException>(() => Generate(database.Desired(subject.A), database.Desired(subject.B)));
            Assert.Contains(subject.Refused, error.Message + error.Action, StringComparison.Ordinal);
            return;
        }

        var (from, to) = (database.Desired(subject.A), database.Desired(subject.B));
        var rows = new CaseRows(database, from, to, subject.Decisions);
        database.Apply(_differ.Diff(SchemaState.Empty, from, DiffDecisions.None).Operations);
        AssertIs(from, filled: false);
        if (subject.Insert is null)
            rows.Fill(subject.Rows);
        else
            database.Unchecked(subject.Insert);
        var before = Kept(rows, after: false);

        var (up, down) = Generate(from, to);
        if (subject.Fails is not null)
        {
            AssertRefused(up, subject.Fails, from);
            Assert.Equal(before, Kept(rows, after: false));
            return;
        }

        database.Apply(up);
        AssertIs(to);
        Assert.Equal(before, Kept(rows, after: true));
        Assert.Empty(rows.MissingSeeds(to));
        AssertFound(subject.Then);

        database.Apply(down);
        AssertIs(from);
        Assert.Equal(before, Kept(rows, after: false));
        Assert.Empty(rows.MissingSeeds(from));
        AssertFound(subject.Back);
    }

    private (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Generate(SchemaState from, SchemaState to)
    {
        if (subject.Asks is not null)
        {
            var question = Assert.Throws<DbMigrateException>(() => _differ.Diff(from, to, DiffDecisions.None));
            Assert.Contains(subject.Asks, question.Action, StringComparison.Ordinal);
        }

        var steps = subject.Via.Select(database.Desired).Append(to).ToList();
        var (up, down) = (new List<MigrationOperation>(), new List<MigrationOperation>());
        var at = from;
        foreach (var (number, step) in steps.Index())
        {
            var there = _differ.Diff(at, step, number == subject.DecidedAt ? subject.Decisions : DiffDecisions.None);
            up.AddRange(there.Operations);
            down.InsertRange(0, _differ.Diff(step, at, there.Reverse).Operations);
            at = step;
        }

        if (!subject.HasAnyOperations)
            AssertLines(subject.ExpectedOn(database.Kind), up.Select(OperationText.Of));
        var script = new ScriptWriter(ScriptTemplate.Default).Write(Scripts.Header(), [new MethodPair("", database.Traits, up, down)]);
        var migration = Assert.Single(Scripts.Compile(script));
        var replayer = new Replayer(database.Traits);
        var recorded = replayer.Apply(from, migration.UpOperations);
        Assert.Empty(SchemaComparer.Compare(to, recorded, seeds: true));
        Assert.Empty(_differ.Diff(recorded, to, DiffDecisions.None).Operations);
        var undone = replayer.Apply(recorded, migration.DownOperations);
        Assert.Empty(SchemaComparer.Compare(from, undone, seeds: true));
        Assert.Empty(_differ.Diff(undone, from, DiffDecisions.None).Operations);
        return (migration.UpOperations, migration.DownOperations);
    }

    private void AssertRefused(IReadOnlyList<MigrationOperation> operations, string reason, SchemaState left)
    {
        var error = Assert.ThrowsAny<Exception>(() => database.Apply(operations));
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        AssertIs(left);
    }

    // Several steps may make other tables under the same names.
    private IReadOnlyList<string> Kept(CaseRows rows, bool after) => subject.Via.Length > 0 ? [] : rows.Kept(after);

    private void AssertIs(SchemaState expected, bool filled = true)
        => AssertLines(filled ? subject.Others.Select(o => "table " + o) : [], database.Differences(expected).Select(d => d.Kind == "Unexpected" ? d.Object : d.ToString()));

    // In full, which xunit's own comparison does not show.
    private static void AssertLines(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (left, right) = (string.Join('\n', expected), string.Join('\n', actual));
        Assert.True(left == right, $"Expected is:\n{left}\nbut there is:\n{right}");
    }

    private void AssertFound(IEnumerable<Found> found)
        => Assert.All(found.Where(f => f.On.HasFlag(database.Kind)), f => Assert.Equal(f.Expected, database.Query(f.Query)));
}
