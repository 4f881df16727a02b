using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Model;
using Xunit;

namespace DbMigrate.Engine.Tests.Diff;

public sealed class ReplayLawTests
{
    private readonly SchemaDiffer _differ = new(ModelContext.Traits() with { RowIdType = "INTEGER" });
    private readonly Replayer _replayer = new(ModelContext.Traits());

    [Fact]
    public void Replaying_the_difference_from_nothing_gives_the_schema()
        => new SchemaGen(ModelContext.Traits()).Sample(
            schema => AssertSame(schema, _replayer.Apply(SchemaState.Empty, _differ.Diff(SchemaState.Empty, schema, DiffDecisions.None).Operations)),
            iter: 300, threads: 1, print: SchemaPrinter.Print);

    [Fact]
    public void Replaying_the_difference_gives_the_other_schema_and_back_again()
        => new SchemaPairGen(ModelContext.Traits()).Sample(
            pair =>
            {
                var there = _differ.Diff(pair.From, pair.To, pair.Decisions);
                AssertSame(pair.To, _replayer.Apply(pair.From, there.Operations));
                var back = _differ.Diff(pair.To, pair.From, there.Reverse);
                AssertSame(pair.From, _replayer.Apply(pair.To, back.Operations));
            },
            iter: 1000, threads: 1, print: SchemaPrinter.Print);

    [Fact]
    public void A_schema_does_not_differ_from_itself()
        => new SchemaGen(ModelContext.Traits()).Sample(
            schema => Assert.Empty(_differ.Diff(schema, schema, DiffDecisions.None).Operations), iter: 300, threads: 1, print: SchemaPrinter.Print);

    private static void AssertSame(SchemaState expected, SchemaState actual)
        => Assert.Empty(SchemaComparer.Compare(expected, actual, seeds: true));
}
