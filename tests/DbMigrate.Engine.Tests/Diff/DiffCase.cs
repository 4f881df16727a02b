using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using Xunit;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>Two schemas and the operations between them.</summary>
/// <param name="From">The schema before.</param>
/// <param name="To">The schema after.</param>
/// <param name="Expected">The operations, one a line.</param>
internal sealed record DiffCase(SchemaState From, SchemaState To, params string[] Expected)
{
    /// <summary>Those of a database that has everything.</summary>
    public static ProviderTraits Traits => ModelContext.Traits() with { RowIdType = "INTEGER", HasSchemas = true, HasSequences = true, HasDatabaseCollation = true };

    public DiffDecisions Decisions { get; init; } = DiffDecisions.None;

    /// <summary>The operations are as expected, lead there and back, and nothing differs afterwards.</summary>
    public DiffResult Run()
    {
        var (differ, replayer) = (new SchemaDiffer(Traits), new Replayer(Traits));
        var there = differ.Diff(From, To, Decisions);
        Assert.Equal(Expected, there.Operations.Select(OperationText.Of));
        Assert.Empty(SchemaComparer.Compare(To, replayer.Apply(From, there.Operations), seeds: true));
        var back = differ.Diff(To, From, there.Reverse);
        Assert.Empty(SchemaComparer.Compare(From, replayer.Apply(To, back.Operations), seeds: true));
        Assert.Empty(differ.Diff(To, To, DiffDecisions.None).Operations);
        return there;
    }
}
