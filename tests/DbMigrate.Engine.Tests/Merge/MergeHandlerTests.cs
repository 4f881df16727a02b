using System;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Merge;

public sealed class MergeHandlerTests : IDisposable
{
    private const string Create = """migrationBuilder.CreateTable("Tags", t => new { Id = t.Column<int>(type: "INTEGER") });""";

    private readonly Workspace _work = new();

    public MergeHandlerTests() => _work.Script(
        "open", null, """migrationBuilder.CreateTable("Customers", t => new { Id = t.Column<int>(type: "INTEGER"), Name = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_Customers", c => c.Id));""");

    public void Dispose() => _work.Dispose();

    [Fact]
    public void The_merge_joins_and_does_nothing_else()
    {
        _work.Script("a1", "open", Add("Email"));
        _work.Script("b1", "open", Add("Phone"));

        var result = Merge("b1", "a1");

        Assert.Empty(result.Conflicts);
        Assert.Equal(result.Script, File.ReadAllText(_work.PathOf("m1")));
        Assert.Contains("// Parents:     b1, a1\n", result.Script);
        Assert.Equal(2, result.Script.Split("// It only joins").Length - 1);
        Assert.Equal(4, _work.Apply().Steps);
        Assert.Equal(["Id", "Name", "Phone", "Email"], _work.Query("SELECT name FROM pragma_table_info('Customers')"));
    }

    [Fact]
    public void Conflicts_are_named_with_what_each_revision_does_and_nothing_is_written()
    {
        _work.Script("a1", "open", Add("Email"), message: "add email");
        _work.Script("a2", "a1", "");
        _work.Script("b1", "open", "");
        _work.Script("b2", "b1", Add("Email") + Add("Phone"));

        var conflict = Assert.Single(Merge("a2", "b2").Conflicts);

        Assert.Equal(("BothCreate", "column Customers.Email"), (conflict.Kind, conflict.Object));
        Assert.Equal(["a1", "b2"], conflict.Changes.Select(c => c.Revision));
        Assert.Equal([_work.PathOf("a1"), _work.PathOf("b2")], conflict.Changes.Select(c => c.Path));
        Assert.Equal("add email", conflict.Changes[0].Message);
        Assert.All(conflict.Changes, c => Assert.Equal("creates it: TEXT null", c.Text));
        Assert.False(File.Exists(_work.PathOf("m1")));
    }

    [Theory]
    [InlineData("a1", "b1", "c1")]
    [InlineData("c1", "a1", "b1")]
    public void Three_heads_are_joined_at_once(params string[] heads)
    {
        foreach (var (id, column) in new[] { ("a1", "Email"), ("b1", "Phone"), ("c1", "Fax") })
            _work.Script(id, "open", Add(column));

        Assert.Empty(Merge(heads).Conflicts);

        Assert.Equal(5, _work.Apply().Steps);
        Assert.Equal("m1", Assert.Single(_work.Status().Current));
    }

    [Fact]
    public void Of_five_heads_those_are_named_that_meet()
    {
        foreach (var (id, column) in new[] { ("a1", "Email"), ("b1", "Phone"), ("c1", "Fax"), ("d1", "Phone"), ("e1", "Town") })
            _work.Script(id, "open", Add(column));

        var conflict = Assert.Single(Merge("a1", "b1", "c1", "d1", "e1").Conflicts);

        Assert.Equal(["b1", "d1"], conflict.Changes.Select(c => c.Revision));
    }

    [Fact]
    public void Three_heads_that_agree_only_in_pairs_are_refused()
    {
        _work.Script("a1", "open", """migrationBuilder.CreateIndex("IX_Name", "Customers", "Name", unique: true);""");
        _work.Script("b1", "open", """migrationBuilder.InsertData("Customers", new[] { "Id", "Name" }, new object[] { 1, "Ada" });""");
        _work.Script("c1", "open", """migrationBuilder.InsertData("Customers", new[] { "Id", "Name" }, new object[] { 2, "Ada" });""");

        var conflicts = Merge("a1", "b1", "c1").Conflicts;

        Assert.NotEmpty(conflicts);
        Assert.All(conflicts, c => Assert.Contains("UNIQUE", c.Changes[0].Text));
    }

    [Fact]
    public void A_head_that_another_depends_on_is_joined_with_it()
    {
        _work.Script("b1", null, Add("Email"), dependsOn: "open");

        Assert.Empty(Merge("open", "b1").Conflicts);

        Assert.Equal(3, _work.Apply().Steps);
    }

    [Fact]
    public void What_needs_the_other_line_without_saying_so_is_named()
    {
        _work.Script("a1", "open", Add("Email"));
        _work.Script("b1", "open", """migrationBuilder.CreateIndex("IX_Email", "Customers", "Email");""");

        var conflict = Assert.Single(Merge("a1", "b1").Conflicts);

        Assert.Equal("DependencyMissing", conflict.Kind);
        Assert.Contains("works only after a1", Assert.Single(conflict.Changes).Text);
    }

    [Fact]
    public void A_script_that_fits_nothing_is_an_error_of_its_own()
    {
        _work.Script("a1", "open", Add("Email"));
        _work.Script("b1", "open", """migrationBuilder.DropColumn("Nothing", "Customers");""");

        var error = _work.Error(Methods.Merge, Request("a1", "b1"));

        Assert.Equal("ReplayConflict", error.ErrorId);
        Assert.Contains(_work.PathOf("b1"), error.Message);
    }

    [Fact]
    public void What_an_empty_database_cannot_show_is_noted_and_no_conflict()
    {
        _work.Script("other", "open", Workspace.Sql("INSERT INTO MadeByOthers VALUES (1)"));
        _work.Script("a1", "other", Add("Email"));
        _work.Script("b1", "other", Add("Phone"));

        Assert.Empty(Merge("a1", "b1").Conflicts);

        Assert.Contains(_work.Emitted, e => e.Kind == Events.Verbose && e.Body.Contains("MadeByOthers"));
        Assert.Empty(_work.Warnings);
    }

    [Fact]
    public void SQL_that_could_not_be_tried_beside_the_other_lines_changes_is_a_warning()
    {
        _work.Script("other", "open", Workspace.Sql("INSERT INTO MadeByOthers VALUES (1)"));
        _work.Script("a1", "other", Workspace.Sql("UPDATE Customers SET Name = 'x'"), message: "all are x");
        _work.Script("b1", "other", Add("Phone"));

        Assert.Empty(Merge("a1", "b1").Conflicts);

        Assert.Contains($"\n  a1 'all are x' ({_work.PathOf("a1")})\n", Assert.Single(_work.Warnings));
    }

    [Fact]
    public void A_preview_looks_for_conflicts_and_writes_nothing()
    {
        _work.Script("a1", "open", Add("Email"));
        _work.Script("b1", "open", Add("Phone"));
        var request = Request("a1", "b1");
        request.Preview = true;

        Assert.NotEmpty(_work.Result<MergeResult>(Methods.Merge, request).Script);

        Assert.False(File.Exists(request.Path));
    }

    [Fact]
    public void Every_database_of_the_folder_is_looked_at()
    {
        _work.Script("a1", "open", Add("Email"), more: $"protected void UpOrders(MigrationBuilder migrationBuilder) {{ {Create} }}");
        _work.Script("b1", "open", Add("Phone"), more: $"protected void UpOrders(MigrationBuilder migrationBuilder) {{ {Create} }}");
        var request = Request("a1", "b1");
        request.Databases = [.. new[] { "", "Orders" }.Select(suffix =>
        {
            var database = _work.DatabaseMessage;
            (database.Database, database.MethodSuffix) = (suffix.Length == 0 ? "Shop" : suffix, suffix);
            return database;
        })];

        var conflict = Assert.Single(_work.Result<MergeResult>(Methods.Merge, request).Conflicts);

        Assert.Equal(("Orders", "BothCreate", "table Tags"), (conflict.Database, conflict.Kind, conflict.Object));
        File.Delete(_work.PathOf("b1"));
        _work.Script("b1", "open", Add("Phone"));
        Assert.Contains("protected void DownOrders(", _work.Result<MergeResult>(Methods.Merge, request).Script);
    }

    private static string Add(string column) => $"""migrationBuilder.AddColumn<string>("{column}", "Customers", type: "TEXT", nullable: true);""";

    private MergeResult Merge(params string[] parents) => _work.Result<MergeResult>(Methods.Merge, Request(parents));

    private MergeRequest Request(params string[] parents) => new()
    {
        Folder = _work.FolderMessage,
        Databases = [_work.DatabaseMessage],
        Parents = parents,
        RevisionId = "m1",
        Message = "merge",
        Created = "2026-11-22T14:03:00Z",
        Path = _work.PathOf("m1"),
    };
}
