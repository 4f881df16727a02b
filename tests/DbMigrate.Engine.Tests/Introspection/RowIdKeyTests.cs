using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Diff;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>SQLite's rowid never has NULL: a key that does not say NOT NULL is no other one than the model's.</summary>
public sealed class RowIdKeyTests
{
    private static readonly SchemaState Model = Db(T("T", Int("Id")));

    [Theory]
    [InlineData("CREATE TABLE T (Id INTEGER PRIMARY KEY)")]
    [InlineData("CREATE TABLE T (Id INTEGER, PRIMARY KEY (Id))")]
    [InlineData("CREATE TABLE T (Id INTEGER NOT NULL CONSTRAINT PK_T PRIMARY KEY)")]
    public void It_is_no_difference_and_no_operation(string sql) => Assert.Equal(("", ""), Differences(sql));

    [Theory]
    [InlineData("CREATE TABLE T (Id INTEGER PRIMARY KEY DESC)")]
    [InlineData("CREATE TABLE T (Id INT PRIMARY KEY)")]
    [InlineData("CREATE TABLE T (Id INTEGER)")]
    public void Other_columns_may_have_NULL(string sql)
    {
        var (differences, operations) = Differences(sql);
        Assert.Contains("column T.Id", differences);
        Assert.Contains("AlterColumn T.Id", operations);
    }

    [Fact]
    public void It_is_altered_where_it_is_no_key_any_more()
        => new DiffCase(Db(T("T", Int("Id").Null(), Int("N"))), Db(T("T", Int("Id"), Int("N")).NoKey()), "DropPrimaryKey PK_T", "AlterColumn T.Id fill 1 !") { Decisions = Fill("T.Id", "1") }.Run();

    [Fact]
    public void It_is_followed_under_another_name()
        => new DiffCase(Db(T("T", Int("Id").Null())), Db(T("T", Int("Key"))), "RenameColumn T.Id Key") { Decisions = Rename(("T.Id", "Key")) }.Run();

    private static (string Differences, string Operations) Differences(string sql)
    {
        using var file = new SqliteDatabase();
        file.Execute(sql);
        var actual = file.Read();
        var there = new SchemaDiffer(Tests.Model.ModelContext.Traits()).Diff(actual, Model, new() { IsReverse = true }).Operations;
        return (string.Join("\n", SchemaComparer.Compare(Model, actual, seeds: false)), string.Join("\n", there.Select(OperationText.Of)));
    }
}
