using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Views and triggers that name a column which goes while another takes its name are out of the way then, and read the other one.</summary>
public sealed class ReplacedReaderTests
{
    [Theory]
    [InlineData("CREATE VIEW v AS SELECT id, a FROM t")]
    [InlineData("CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT * FROM v; CREATE TRIGGER r INSTEAD OF INSERT ON w BEGIN INSERT INTO t (a) VALUES (new.a); END")]
    [InlineData("CREATE TRIGGER r AFTER UPDATE ON t WHEN new.a > 1 BEGIN INSERT INTO u (n) VALUES (new.id); END")]
    [InlineData("CREATE TRIGGER r AFTER UPDATE OF a ON t BEGIN INSERT INTO u (n) VALUES (old.a); END")]
    [InlineData("CREATE TRIGGER r AFTER INSERT ON u BEGIN UPDATE t SET a = new.n; END")]
    public void There_and_back(string sql)
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, c INTEGER); CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (1, 2, 3)");
        file.Execute(sql);
        var (differ, from) = (new SchemaDiffer(file.Provider.Traits), file.State);
        var to = new Replayer(file.Provider.Traits).Apply(from, [new DropColumnOperation { Table = "t", Name = "a" }, new RenameColumnOperation { Table = "t", Name = "c", NewName = "a" }]);

        var there = differ.Diff(from, to, new() { Renames = [new("t.a", null), new("t.c", "a")] });
        Assert.Empty(StrandedReaders.Find(file.Provider.Traits, from, there.Operations));
        file.Apply(there.Operations);
        Assert.Empty(SchemaComparer.Compare(to, file.State, seeds: false));
        Assert.Equal(["3"], file.Query("SELECT a FROM t"));

        var back = differ.Diff(to, from, there.Reverse).Operations;
        file.Apply(back);
        Assert.Empty(SchemaComparer.Compare(from, file.State, seeds: false));
        Assert.All(there.Operations, o => Assert.Null(o.FindAnnotation(OperationAnnotations.MadeAgain)));
    }
}
