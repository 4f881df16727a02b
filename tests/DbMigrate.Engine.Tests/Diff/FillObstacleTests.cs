using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Engine.Tests.Scripting;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>On the way back one value stands for all that were lost; where rows cannot have it, that is said.</summary>
public sealed class FillObstacleTests
{
    [Fact]
    public void A_reference_needs_a_row_that_is_there()
        => Assert.Equal(
            ["Fails where rows of T get PId = 0, which no row of P has: FK_T_P_PId refers to it. Write a value that is there."],
            Obstacles(Db(Auto("P"), Auto("T", Int("PId")).Refers("PId", "P")), Db(Auto("P"), Auto("T"))));

    [Fact]
    public void What_is_unique_needs_values_that_differ()
        => Assert.Equal(
            ["Fails where several rows of T get A = '': AK_T_A is unique. Write values that differ.", "Fails where several rows of T get B = 0: IX is unique. Write values that differ."],
            Obstacles(Db(Auto("T", Text("A"), Int("B")).Unique("A").Having(new("IX", ["B"]) { IsUnique = true })), Db(Auto("T"))));

    [Fact]
    public void A_key_that_is_gone_is_told_too()
        => Assert.Equal(
            ["Fails where several rows of T get Nr = 0: PK_T is unique. Write values that differ."],
            Obstacles(Db(T("T", Int("Nr"), Text("A"))), Db(T("T", Text("A")))));

    [Fact]
    public void What_rows_can_have_is_not_mentioned()
    {
        Assert.Empty(Obstacles(Db(Auto("P"), Auto("T", Int("PId").Null(), Text("A")).Refers("PId", "P")), Db(Auto("P"), Auto("T"))));
        Assert.Empty(Obstacles(Db(Auto("T", Int("A"), Int("B")).Having(new("IX", ["A", "B"]) { IsUnique = true })), Db(Auto("T", Int("A")))));
        Assert.Empty(Obstacles(Db(Auto("T", Int("A")).Having(new("IX", ["A"]) { IsUnique = true, Filter = "\"A\" > 0" })), Db(Auto("T"))));
    }

    [Fact]
    public void The_way_forth_has_none()
        => Assert.Empty(new SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(Auto("T")), Db(Auto("T", Int("A")).Unique("A")), Fill("T.A", 0)).Obstacles);

    [Fact]
    public void Whoever_undoes_the_revision_reads_it_in_its_script()
    {
        var script = new ScriptWriter(ScriptTemplate.Default).Write(
            Scripts.Header(), [new MethodPair("", Model.ModelContext.Traits(), [], []) { Losses = ["drops column T.A with its values"], Obstacles = ["Fails where several rows of T get A = ''."] }]);
        Assert.Contains(
            "        // Cannot bring back what Up loses: it drops column T.A with its values.\n        // Fails where several rows of T get A = ''.\n", script);
    }

    private static IReadOnlyList<string> Obstacles(SchemaState from, SchemaState to)
    {
        var differ = new SchemaDiffer(Model.ModelContext.Traits());
        return differ.Diff(to, from, differ.Diff(from, to, DiffDecisions.None).Reverse).Obstacles;
    }
}
