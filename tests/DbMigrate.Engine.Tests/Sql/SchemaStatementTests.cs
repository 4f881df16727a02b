using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql;

public sealed class SchemaStatementTests
{
    private const string Trigger = """"
        create trigger if not exists main.[touch it] after update of name on "My ""Users""" for each row
        when new.name <> case old.id when 1 then 'END;' else ';' end
        begin
            update log set text = case when new.id > 0 then 'a' else 'b' end;
            select 1;
        end
        """";

    [Fact]
    public void A_trigger_gives_its_name_table_and_text_as_SQLite_keeps_it()
    {
        var statement = Assert.Single(SchemaStatement.ReadAll(Trigger + " ; -- that was it"));
        Assert.Equal((false, SchemaObjectKind.Trigger, "touch it", "My \"Users\""), (statement.IsDrop, statement.Kind, statement.Name.Name, statement.Table!.Name));
        Assert.True(statement.IsConditional);
        Assert.StartsWith("CREATE TRIGGER [touch it] after update of name on \"My", statement.Sql);
        Assert.EndsWith("select 1; end", statement.Sql);
    }

    [Fact]
    public void A_text_of_several_statements_is_cut_where_they_end()
    {
        var statements = SqlStatements.Split("/* first */ ;; " + Trigger + ";\nINSERT INTO t VALUES ('a;b'); CREATE VIEW v AS SELECT 1 -- ;\n;");
        Assert.Equal([Trigger, "INSERT INTO t VALUES ('a;b')", "CREATE VIEW v AS SELECT 1"], statements);
    }

    [Theory]
    [InlineData("CREATE VIEW IF NOT EXISTS \"v\" AS SELECT  1;", "View", "v", "CREATE VIEW \"v\" AS SELECT 1")]
    [InlineData("drop trigger if exists main.t", "Trigger", "t", "DROP TRIGGER t")]
    [InlineData("DROP VIEW `v`", "View", "v", "DROP VIEW `v`")]
    [InlineData("/* why */ drop -- what\n index i", "Index", "i", "DROP INDEX i")]
    public void Views_and_drops_are_recognised(string sql, string kind, string name, string text)
    {
        var statement = Assert.Single(SchemaStatement.ReadAll(sql));
        Assert.Equal((kind, name, text), (statement.Kind.ToString(), statement.Name.Name, statement.Sql));
    }

    [Theory]
    [InlineData("CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END")]
    [InlineData("CREATE TABLE trigger_log (a)")]
    [InlineData("CREATE VIRTUAL TABLE f USING fts5(a)")]
    [InlineData("UPDATE a SET b = 'CREATE VIEW v AS SELECT 1'")]
    [InlineData("CREATE")]
    [InlineData("")]
    public void All_else_is_passed_over(string sql) => Assert.Empty(SchemaStatement.ReadAll(sql));

    [Fact]
    public void An_index_on_columns_is_read_into_its_parts()
    {
        var statement = SchemaStatement.ReadAll("create unique index if not exists ix on [T] (\"a\", b desc, [c] ASC) where  a > 0;").Single();
        Assert.Equal("T", statement.Table!.Name);
        Assert.Equal(
            new Index("ix", ["a", "b", "c"]) { IsUnique = true, IsDescending = [false, true, false], Filter = "a > 0" },
            statement.Index);
    }

    [Theory]
    [InlineData("CREATE INDEX ix ON t (lower(a), b)")]
    [InlineData("CREATE UNIQUE INDEX ix ON t (a COLLATE NOCASE DESC) WHERE b IS NULL")]
    [InlineData("CREATE INDEX ix ON t (a + b)")]
    public void An_index_that_EF_has_no_operation_for_is_kept_as_text(string sql)
    {
        var index = SchemaStatement.ReadAll(sql).Single().Index!;
        Assert.Equal((sql, 0, null, sql.Contains("UNIQUE")), (index.RawSql, index.Columns.Count, index.Filter, index.IsUnique));
    }
}
