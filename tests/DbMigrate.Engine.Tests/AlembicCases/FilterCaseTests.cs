using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Protocol;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;
using OperationText = DbMigrate.Engine.Tests.Diff.OperationText;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>The parts of C58, C62 and C64 that leave something out of the comparison. Both sides are filtered, so that nothing is dropped for being left out.</summary>
public sealed class FilterCaseTests
{
    [Fact]
    public void C58_only_what_is_left_in_is_touched()
    {
        var (from, to) = Filter(ModelContext.Desired(BigCases.Before), ModelContext.Desired(BigCases.After), Only("Tables", "address"), Only("Tables", "order"), Only("Tables", "user"), Not("Columns", "address.street"));

        Assert.Equal(
            [
                "AddCheck ck_amount", "AddColumn order.user_id", "AddForeignKey FK_order_user_user_id", "AddUnique uq_email",
                "AlterColumn order.amount", "AlterColumn user.a1", "AlterColumn user.name fill nobody !", "CreateIndex IX_order_user_id",
                "DropCheck ck_amount", "DropColumn user.pw", "DropIndex pw_idx",
            ],
            Operations(from, to, Fill("user.name", "nobody")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void C62_a_foreign_key_to_a_table_that_is_left_out_comes()
    {
        var others = Auto("others");
        var (from, to) = Filter(Db(others, Auto("T", Int("Ref").Null())), Db(Auto("others", Text("A")), Auto("T", Int("Ref").Null()).Refers("Ref", "others")), Not("Tables", "others"));

        Assert.Equal(["AddForeignKey FK_T_others_Ref"], Operations(from, to, DiffDecisions.None));
    }

    [Fact]
    public void C64_one_schema_alone()
    {
        var from = Db(Auto("t1"), Auto("t6"), InS("t2"), InS("t7")) with { Schemas = ["s"] };
        var to = Db(Auto("t3"), Auto("t6"), InS("t4"), InS("t7")) with { Schemas = ["s"] };

        var (defaultFrom, defaultTo) = Filter(from, to, Not("Schemas", "s"));
        Assert.Equal(["DropTable t1", "CreateTable t3"], Operations(defaultFrom, defaultTo, DiffDecisions.None));
        var (otherFrom, otherTo) = Filter(from, to, Only("Tables", "s.*"));
        Assert.Equal(["DropTable s.t2", "CreateTable s.t4"], Operations(otherFrom, otherTo, DiffDecisions.None));
    }

    private static Table InS(string name) => Auto(name) with { Name = new("s", name) };

    private static FilterMessage Only(string kind, string pattern) => new() { Kind = kind, Pattern = pattern };

    private static FilterMessage Not(string kind, string pattern) => new() { Kind = kind, Pattern = pattern, Exclude = true };

    private static IEnumerable<string> Operations(SchemaState from, SchemaState to, DiffDecisions decisions)
        => new SchemaDiffer(ModelContext.Traits() with { HasSchemas = true }).Diff(from, to, decisions).Operations.Select(OperationText.Of);

    private static (SchemaState From, SchemaState To) Filter(SchemaState from, SchemaState to, params FilterMessage[] filters)
    {
        var scope = new RequestScope((_, _) => { }, (_, _) => throw new NotSupportedException("There is no hook."), CancellationToken.None);
        return new SchemaFilter(new FolderMessage { Filters = [.. filters] }, new DatabaseMessage(), scope).Apply(from, SchemaFilter.Scripts, to, SchemaFilter.Model);
    }
}
