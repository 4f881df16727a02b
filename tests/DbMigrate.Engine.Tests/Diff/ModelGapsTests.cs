using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

public sealed class ModelGapsTests
{
    private static readonly Table Plain = Auto("T", Text("A")).Key("PK", "Id");

    private static readonly SchemaState Recorded = Db(
        Auto("P").Key("PK_P", "Id"),
        (Plain with { Annotations = AnnotationSet.Empty.With("DbMigrate:Strict", true) })
            .Having(new("R", []) { RawSql = "CREATE INDEX R ON \"T\" (lower(\"A\"))" })) with
    {
        Views = SchemaState.Empty.Views.Add("V", "CREATE VIEW V AS SELECT \"A\" FROM \"T\""),
        Triggers = SchemaState.Empty.Triggers.Add("Tr", new("Tr", "T", "CREATE TRIGGER Tr AFTER INSERT ON \"T\" BEGIN SELECT 1; END")),
    };

    [Fact]
    public void What_a_model_cannot_say_is_kept()
        => Assert.Empty(Operations(Db(Auto("P").Key("PK_P", "Id"), Plain), DiffDecisions.None));

    [Fact]
    public void It_follows_renames()
        => Assert.Equal(
            ["RenameTable T U", "RenameColumn U.A B"],
            Operations(Db(Auto("P").Key("PK_P", "Id"), Auto("U", Text("B")).Key("PK", "Id")), Rename(("T", "U"), ("T.A", "B"))));

    [Fact]
    public void It_goes_with_its_table()
        => Assert.Equal(["DropTable T"], Operations(Db(Auto("P").Key("PK_P", "Id")), DiffDecisions.None, Recorded with { Views = SchemaState.Empty.Views }));

    [Fact]
    public void An_action_on_update_is_kept_with_its_foreign_key()
    {
        var desired = Db(Auto("P"), Auto("T", Int("PId")).Refers("PId", "P", onDelete: ReferentialAction.Cascade));
        var child = Auto("T", Int("PId")).Refers("PId", "P");
        child = child with { ForeignKeys = [child.ForeignKeys[0] with { OnUpdate = ReferentialAction.Cascade }] };
        var filled = new ModelGaps(Model.ModelContext.Traits()).Fill(Db(Auto("P"), child), desired, DiffDecisions.None);
        Assert.Equal((ReferentialAction.Cascade, ReferentialAction.Cascade), (filled.Tables["T"].ForeignKeys[0].OnDelete, filled.Tables["T"].ForeignKeys[0].OnUpdate));
    }

    private static string[] Operations(SchemaState desired, DiffDecisions decisions, SchemaState? recorded = null)
    {
        var traits = Model.ModelContext.Traits();
        var filled = new ModelGaps(traits).Fill(recorded ?? Recorded, desired, decisions);
        return [.. new SchemaDiffer(traits).Diff(recorded ?? Recorded, filled, decisions).Operations.Select(OperationText.Of)];
    }
}
