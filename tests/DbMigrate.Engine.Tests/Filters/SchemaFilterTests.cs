using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Filters;

/// <summary>What is left out of two schemas before they are compared.</summary>
public sealed class SchemaFilterTests
{
    private static readonly SchemaState Shop = Db(
        Auto("users", Text("name"), Text("legacy_code")).Index("legacy_code").Index("name").Unique("legacy_code").Check("CK_code", "legacy_code <> ''").Check("CK_name", "name <> ''"),
        Auto("orders", Int("user_id"), Text("user_code")).Refers("user_id", "users").Refers("user_code", "users", "legacy_code"),
        Auto("audit_log", Text("text"))) with
    { Triggers = Db().Triggers.Add("on_user", new Trigger("on_user", "users", "CREATE TRIGGER on_user …")).Add("on_log", new Trigger("on_log", "audit_log", "CREATE TRIGGER on_log …")) };

    [Fact]
    public void A_table_goes_with_all_that_is_in_it_and_foreign_keys_to_it_stay()
    {
        var state = Filter(Exclude("Tables", "audit_*"), Exclude("Tables", "USERS")).Left;

        Assert.Equal(["orders"], state.Tables.Keys.Select(t => t.Name));
        Assert.Equal(2, state.Tables["orders"].ForeignKeys.Count);
        Assert.Empty(state.Triggers);
    }

    [Fact]
    public void A_column_goes_with_the_keys_indexes_and_checks_that_need_it()
    {
        var state = Filter(Exclude("Columns", "users.legacy_*")).Left;

        var users = state.Tables["users"];
        Assert.Equal(["Id", "name"], users.Columns.Select(c => c.Name));
        Assert.Equal(["IX_users_name"], users.Indexes.Select(i => i.Name));
        Assert.Empty(users.UniqueConstraints);
        Assert.Equal(["CK_name"], users.Checks.Select(c => c.Name));
        Assert.Equal(["FK_orders_users_user_id"], state.Tables["orders"].ForeignKeys.Select(k => k.Name));
    }

    [Theory]
    [InlineData("Indexes", "*_name", "IX_users_legacy_code")]
    [InlineData("Checks", "users.ck_*", "")]
    [InlineData("UniqueConstraints", "*", "")]
    [InlineData("ForeignKeys", "fk_*user_id", "FK_orders_users_user_code")]
    [InlineData("Triggers", "users.*", "on_log")]
    public void Other_kinds_go_by_their_own_names(string kind, string pattern, string left)
    {
        var state = Filter(Exclude(kind, pattern)).Left;

        var names = kind switch
        {
            "Indexes" => state.Tables.Values.SelectMany(t => t.Indexes).Select(i => i.Name),
            "Checks" => state.Tables.Values.SelectMany(t => t.Checks).Select(c => c.Name),
            "UniqueConstraints" => state.Tables.Values.SelectMany(t => t.UniqueConstraints).Select(k => k.Name),
            "ForeignKeys" => state.Tables.Values.SelectMany(t => t.ForeignKeys).Select(k => k.Name),
            _ => state.Triggers.Keys.Select(k => k.Name),
        };
        Assert.Equal(left, string.Join(", ", names));
    }

    [Fact]
    public void A_schema_goes_with_all_that_is_in_it()
    {
        var state = Shop with
        {
            Schemas = Shop.Schemas.Add("hangfire"),
            Tables = Shop.Tables.Add(new ObjectName("hangfire", "jobs"), new Table { Name = new ObjectName("hangfire", "jobs") }),
            Sequences = Shop.Sequences.Add(new ObjectName("hangfire", "ids"), new Sequence(new ObjectName("hangfire", "ids"), typeof(long))),
        };

        Assert.Equal(Shop, Filter(state, state, [Exclude("Schemas", "hang*")]).Left with { Tables = Shop.Tables, Triggers = Shop.Triggers, Schemas = Shop.Schemas, Sequences = Shop.Sequences });
        Assert.DoesNotContain(SchemaObject.Outer(Filter(state, state, [Exclude("Schemas", "hang*")]).Left), o => o.Owner.Schema == "hangfire" || o.Name == "hangfire");
    }

    [Fact]
    public void With_Include_only_what_fits_is_ours_and_Exclude_still_holds()
        => Assert.Equal(["orders"], Filter(new FilterMessage { Kind = "Tables", Pattern = "*s" }, Exclude("Tables", "users")).Left.Tables.Keys.Select(t => t.Name));

    [Fact]
    public void What_is_left_out_on_one_side_is_left_out_on_the_other()
    {
        var (left, right) = Filter(Shop, Shop, [], (side, o) => !(side == "Model" && o.Name is "audit_log" or "legacy_code"));

        Assert.Empty(SchemaComparer.Compare(left, right, seeds: true));
        Assert.False(right.Tables.ContainsKey("audit_log"));
        Assert.Null(right.Tables["users"].FindColumn("legacy_code"));
    }

    [Fact]
    public void Tables_of_migration_tools_are_never_ours()
    {
        var state = Db(T("__DbMigrationHistory", Int("Id")), T("__dbmigrationlog", Int("Id")), T("__EFMigrationsHistory", Int("Id")), T("__EFMigrationsLock", Int("Id")), T("mine", Int("Id")));

        Assert.Equal(["mine"], Filter(state, SchemaState.Empty, []).Left.Tables.Keys.Select(t => t.Name));
    }

    [Fact]
    public void Without_filters_nothing_changes() => Assert.Same(Shop.Tables["users"], Filter().Left.Tables["users"]);

    private static FilterMessage Exclude(string kind, string pattern) => new() { Kind = kind, Pattern = pattern, Exclude = true };

    private static (SchemaState Left, SchemaState Right) Filter(params FilterMessage[] filters) => Filter(Shop, Shop, filters);

    private static (SchemaState Left, SchemaState Right) Filter(SchemaState left, SchemaState right, IReadOnlyList<FilterMessage> filters, Func<string, ObjectMessage, bool>? hook = null)
    {
        var folder = new FolderMessage { Filters = [.. filters], Hooks = hook is null ? [] : ["IncludeObject"] };
        var scope = new RequestScope((_, _) => { }, (_, body) => Answer(body, hook!), CancellationToken.None);
        return new SchemaFilter(folder, new DatabaseMessage(), scope).Apply(left, SchemaFilter.Model, right, SchemaFilter.Scripts);
    }

    private static string Answer(string ask, Func<string, ObjectMessage, bool> hook)
    {
        var question = JsonSerializer.Deserialize<IncludeQuestion>(JsonSerializer.Deserialize<AskEvent>(ask)!.Body)!;
        return JsonSerializer.Serialize(new AnswerRequest { Body = JsonSerializer.Serialize(new IncludeAnswer { Included = [.. question.Objects.Select(o => hook(question.Side, o))] }) });
    }
}
