using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>A sequence with another name or schema is asked for, and goes on numbering where somebody says that it is the same.</summary>
public sealed class SequenceRenameTests
{
    private static readonly Sequence Numbers = new("Numbers", typeof(long));
    private static readonly Sequence Ids = new("Ids", typeof(long));
    private static readonly Sequence Moved = new(new("shop", "Numbers"), typeof(long));

    [Fact]
    public void A_sequence_is_renamed()
        => Run(Of(Numbers), Of(Ids), [("Numbers", "Ids")], "RenameSequence Numbers Ids");

    [Fact]
    public void A_sequence_moves_to_a_schema_and_back()
    {
        var (here, there) = (Of(Numbers), Of(Moved) with { Schemas = ["shop"] });
        Run(here, there, [("Numbers", "shop.Numbers")], "EnsureSchema shop", "RenameSequence Numbers shop.Numbers");
        Run(there, here, [("shop.Numbers", "Numbers")], "RenameSequence shop.Numbers Numbers", "DropSchema shop");
    }

    [Fact]
    public void It_is_altered_and_restarted_under_its_new_name()
        => Run(
            Of(Numbers), Of(Ids with { IncrementBy = 5, StartValue = 10 }), [("Numbers", "Ids")],
            "RenameSequence Numbers Ids", "AlterSequence Ids", "RestartSequence Ids 10");

    [Fact]
    public void It_gets_another_type_under_its_new_name()
        => Assert.Empty(Run(Of(Numbers), Of(Ids with { ClrType = typeof(int) }), [("Numbers", "Ids")], "RenameSequence Numbers Ids", "AlterSequence Ids to Int32").Losses);

    [Fact]
    public void Defaults_follow_it()
        => Run(Of(TakesFrom("Numbers"), Numbers), Of(TakesFrom("Ids"), Ids), [("Numbers", "Ids")], "RenameSequence Numbers Ids");

    [Fact]
    public void Names_are_exchanged()
        => Run(
            Of(TakesFrom("Numbers"), Numbers, Ids with { StartValue = 7 }), Of(TakesFrom("Ids"), Ids, Numbers with { StartValue = 7 }), [("Numbers", "Ids"), ("Ids", "Numbers")],
            "RenameSequence Ids Ids__renamed", "RenameSequence Numbers Ids", "RenameSequence Ids__renamed Numbers");

    [Fact]
    public void One_that_goes_steps_aside_while_a_default_takes_its_values()
        => Run(
            Of(TakesFrom("Ids"), Numbers, Ids), Of(TakesFrom("Ids"), Ids), [("Numbers", "Ids"), ("Ids", null)],
            "RenameSequence Ids Ids__renamed", "RenameSequence Numbers Ids", "AlterColumn T.N", "DropSequence Ids__renamed");

    [Fact]
    public void One_that_goes_is_dropped_before_another_takes_its_name()
        => Run(Of(Numbers, Ids), Of(Ids), [("Numbers", "Ids"), ("Ids", null)], "DropSequence Ids", "RenameSequence Numbers Ids");

    [Fact]
    public void One_that_is_said_to_go_and_come_is_another_one()
        => Run(Of(Numbers), Of(Numbers), [("Numbers", null)], "DropSequence Numbers", "CreateSequence Numbers");

    [Theory]
    [InlineData("Numbers", "shop.Numbers", "same name in another schema")]
    [InlineData("OrderNumbers", "order_numbers", "same name but for its spelling")]
    [InlineData("Numbers", "OrderNumbers", "one name extends the other")]
    public void A_name_is_evidence(string before, string after, string evidence)
    {
        var error = Error(Of(new Sequence(Name(before), typeof(int))), Of(new Sequence(Name(after), typeof(int))));
        Assert.Contains($"{before} -> {after} (", error.Message);
        Assert.Contains(evidence, error.Message);
        Assert.Contains($"-Rename @{{ '{before}' = '{after}' }}", error.Action);
        Assert.Contains($"-Rename @{{ '{before}' = $null }}", error.Action);
    }

    [Fact]
    public void A_default_that_now_takes_its_values_elsewhere_is_evidence()
        => Assert.Contains("the default of T.N took its values from the one", Error(Of(TakesFrom("Numbers"), Numbers), Of(TakesFrom("Ids"), Ids)).Message);

    [Fact]
    public void Settings_alone_are_no_evidence()
        => Assert.Equal(["CreateSequence Ids", "DropSequence Numbers"], Differ.Diff(Of(Numbers), Of(Ids), DiffDecisions.None).Operations.Select(OperationText.Of));

    [Fact]
    public void The_default_schema_can_be_named()
    {
        var traits = DiffCase.Traits with { DefaultSchema = "public" };
        var (from, to) = (Of(Moved with { Name = new("shop", "Old") }, Numbers), Of(Moved, Ids, Numbers with { Name = new("shop", "Ids") }));
        var there = new SchemaDiffer(traits).Diff(from, to, Rename(("shop.Old", "public.Ids"), ("public.Numbers", "shop.Numbers")));
        Assert.Equal(["RenameSequence Numbers shop.Numbers", "RenameSequence shop.Old Ids", "CreateSequence shop.Ids"], there.Operations.Select(OperationText.Of));
        Assert.Equal([new("Ids", "shop.Old"), new("shop.Numbers", "public.Numbers")], there.Reverse.Renames);
    }

    [Fact]
    public void Names_are_exchanged_between_schemas()
        => Run(
            Of(Numbers, Moved with { StartValue = 7 }), Of(Moved, Numbers with { StartValue = 7 }), [("Numbers", "shop.Numbers"), ("shop.Numbers", "Numbers")],
            "RenameSequence Numbers Numbers__renamed", "RenameSequence shop.Numbers Numbers", "RenameSequence Numbers__renamed shop.Numbers");

    [Theory]
    [InlineData("Numbers", "Nothing", "the model has no sequence Nothing; new sequences are Ids")]
    [InlineData("Number", "Ids", "there was no such table, column or sequence; the sequences were Numbers")]
    public void A_rename_that_fits_nothing_says_what_there_is(string from, string to, string reason)
        => Assert.Contains(reason, Error(Of(Numbers), Of(Ids), (from, to)).Message);

    [Fact]
    public void A_name_that_is_taken_needs_a_decision_about_its_owner()
        => Assert.Contains("-Rename @{ 'Ids' = $null }", Error(Of(Numbers, Ids), Of(Ids), ("Numbers", "Ids")).Action);

    [Fact]
    public void A_name_of_a_column_and_a_sequence_is_ambiguous()
    {
        var from = Of(T("shop", Int("Numbers")), Moved);
        Assert.Contains("the sequence shop.Numbers or the column shop.Numbers", Error(from, from, ("shop.Numbers", null)).Message);
    }

    private static SchemaDiffer Differ => new(DiffCase.Traits);

    private static DiffResult Run(SchemaState from, SchemaState to, (string From, string? To)[] renames, params string[] operations)
        => new DiffCase(from, to, operations) { Decisions = Rename(renames) }.Run();

    private static DbMigrateException Error(SchemaState from, SchemaState to, params (string From, string? To)[] renames)
        => Assert.Throws<DbMigrateException>(() => Differ.Diff(from, to, Rename(renames)));

    private static ObjectName Name(string text) => text.Split('.') is [var schema, var name] ? new ObjectName(schema, name) : text;

    private static Table TakesFrom(string sequence) => T("T", Int("Id"), Int("N").Default($"nextval('\"{sequence}\"')"));

    private static SchemaState Of(params Sequence[] sequences)
        => sequences.Aggregate(SchemaState.Empty, (state, s) => state with { Sequences = state.Sequences.Add(s.Name, s) });

    private static SchemaState Of(Table table, params Sequence[] sequences) => Of(sequences) with { Tables = Db(table).Tables };
}
