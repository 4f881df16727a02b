using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

public sealed class TableTextTests
{
    [Fact]
    public void Names_in_every_style_of_quotes_lose_them()
    {
        var table = SqliteDatabase.Table(""""
            CREATE TABLE [order "details"] ("a ""b""" int, [c d] int, `e``f` int, 'g''h' int, plain int, "CHECK" int, größe int)
            """");
        Assert.Equal("order \"details\"", table.Name.Name);
        Assert.Equal(["a \"b\"", "c d", "e`f", "g'h", "plain", "CHECK", "größe"], table.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Types_are_kept_as_they_are_written()
    {
        var table = SqliteDatabase.Table("CREATE TABLE t (a, b integer, c varchar( 20 ), d decimal(10,\n2) NOT NULL, e unsigned big int DEFAULT 1, f \"my type\" (3), g)");
        Assert.Equal(["", "integer", "varchar( 20 )", "decimal(10,\n2)", "unsigned big int", "\"my type\" (3)", ""], table.Columns.Select(c => c.StoreType));
    }

    [Fact]
    public void Comments_and_odd_spacing_do_not_disturb()
    {
        var table = SqliteDatabase.Table("""
            CREATE TABLE/*1*/t/*2*/(/*3*/a/*4*/INTEGER/*5*/PRIMARY/*6*/KEY--7, not a column
            ,b/*, x int*/TEXT/*)*/DEFAULT/*8*/-/*9*/1,c,CHECK(/*10*/a>0/*11*/)/*12*/)--13
            """);
        Assert.Equal(["a", "b", "c"], table.Columns.Select(c => c.Name));
        Assert.Equal("-1", table.FindColumn("b")!.DefaultSql);
        Assert.Equal("/*10*/a>0/*11*/", Assert.Single(table.Checks).Sql);
        Assert.All(table.Columns, c => Assert.Null(c.Comment));
    }

    [Fact]
    public void Constraints_in_columns_and_after_them_keep_their_names()
    {
        var table = SqliteDatabase.Table("""
            CREATE TABLE t (
                id INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT,
                a TEXT CONSTRAINT "uq a" UNIQUE CONSTRAINT ck_a CHECK (a <> ')') CHECK (length(a) > 1),
                b INT CONSTRAINT fk_b REFERENCES t (id) ON UPDATE SET DEFAULT ON DELETE CASCADE NOT DEFERRABLE,
                c INT REFERENCES t,
                CONSTRAINT uq_bc UNIQUE (B, c)
                CONSTRAINT ck CHECK ((a > b AND (b > c)))
                FOREIGN KEY (a, b) REFERENCES x ON DELETE SET NULL ON UPDATE RESTRICT MATCH FULL DEFERRABLE INITIALLY DEFERRED
            )
            """);
        Assert.Equal(new Key("pk", ["id"]), table.PrimaryKey);
        Assert.True((bool)table.FindColumn("id")!.Annotations["Sqlite:Autoincrement"]!);
        Assert.Equal([new Key("uq a", ["a"]), new Key("uq_bc", ["b", "c"])], table.UniqueConstraints);
        Assert.Equal([new Check("ck_a", "a <> ')'"), new Check("", "length(a) > 1"), new Check("ck", "a > b AND (b > c)")], table.Checks);
        Assert.Equal(
            [
                new ForeignKey("fk_b", ["b"], "t", ["id"]) { OnDelete = ReferentialAction.Cascade, OnUpdate = ReferentialAction.SetDefault, Annotations = Facet(OperationAnnotations.Deferrable, "NOT DEFERRABLE") },
                new ForeignKey("", ["c"], "t", ["id"]),
                new ForeignKey("", ["a", "b"], "x", ["a", "b"])
                {
                    OnDelete = ReferentialAction.SetNull,
                    OnUpdate = ReferentialAction.Restrict,
                    Annotations = Facet(OperationAnnotations.Match, "FULL").With(OperationAnnotations.Deferrable, "DEFERRABLE INITIALLY DEFERRED"),
                },
            ],
            table.ForeignKeys);
    }

    [Fact]
    public void Conflict_clauses_and_directions_of_keys_are_kept()
    {
        var table = SqliteDatabase.Table("""
            CREATE TABLE t (a INT NOT NULL ON CONFLICT IGNORE, b TEXT UNIQUE ON CONFLICT replace, c INT DEFAULT 1 CHECK (c > 0),
                PRIMARY KEY (a COLLATE BINARY, b DESC) ON CONFLICT FAIL, UNIQUE (c ASC) ON CONFLICT ABORT)
            """);
        Assert.Equal(Facet(OperationAnnotations.NotNullConflict, "IGNORE"), table.FindColumn("a")!.Annotations);
        Assert.Equal(
            new Key("", ["a", "b"]) { Annotations = Facet(OperationAnnotations.KeyColumns, "a COLLATE BINARY, b DESC").With(OperationAnnotations.Conflict, "FAIL") },
            table.PrimaryKey);
        Assert.Equal(
            [new Key("", ["b"]) { Annotations = Facet(OperationAnnotations.Conflict, "REPLACE") }, new Key("", ["c"]) { Annotations = Facet(OperationAnnotations.Conflict, "ABORT") }],
            table.UniqueConstraints);
    }

    [Fact]
    public void Computed_columns_tell_expression_and_storage()
    {
        var table = SqliteDatabase.Table("CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS ((a + 1)) STORED NOT NULL, c AS (a || ')') COLLATE NOCASE, d TEXT AS (a) VIRTUAL)");
        Assert.Equal([null, "a + 1", "a || ')'", "a"], table.Columns.Select(c => c.ComputedSql));
        Assert.Equal([false, true, false, false], table.Columns.Select(c => c.IsStored));
        Assert.Equal(["INT", "INT", "", "TEXT"], table.Columns.Select(c => c.StoreType));
        Assert.Equal([true, false, true, true], table.Columns.Select(c => c.IsNullable));
        Assert.Equal("NOCASE", table.FindColumn("c")!.Collation);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("- 1.5e3", "-1.5e3")]
    [InlineData("+1", "+1")]
    [InlineData("'it''s'", "'it''s'")]
    [InlineData("x'00'", "x'00'")]
    [InlineData("NULL", "NULL")]
    [InlineData("TRUE", "TRUE")]
    [InlineData("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP")]
    [InlineData("(strftime('%s', 'now'))", "strftime('%s', 'now')")]
    [InlineData("((1) + (2))", "(1) + (2)")]
    public void Defaults_are_expressions_in_one_form(string written, string read)
    {
        var column = SqliteDatabase.Table($"CREATE TABLE t (a TEXT DEFAULT {written} NOT NULL COLLATE RTRIM)").Columns[0];
        Assert.Equal((read, false, "RTRIM"), (column.DefaultSql, column.IsNullable, column.Collation));
    }

    [Fact]
    public void Options_of_the_table_are_read()
    {
        var table = SqliteDatabase.Table("CREATE TABLE t (a INT, b TEXT, PRIMARY KEY (b, a)) strict, without /* */ rowid");
        Assert.Equal(Facet(OperationAnnotations.Strict, true).With(OperationAnnotations.WithoutRowId, true), table.Annotations);
        Assert.Equal(["b", "a"], table.PrimaryKey!.Columns);
        Assert.All(table.Columns, c => Assert.False(c.IsNullable));
    }

    [Fact]
    public void Columns_of_a_key_are_nullable_where_SQLite_lets_them_be()
        => Assert.All(SqliteDatabase.Table("CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b))").Columns, c => Assert.True(c.IsNullable));

    [Fact]
    public void An_alias_of_the_rowid_is_told_from_its_descending_namesake()
    {
        Assert.Empty(SqliteDatabase.Table("CREATE TABLE t (a INTEGER PRIMARY KEY ASC)").PrimaryKey!.Annotations.Items);
        Assert.Equal(Facet(OperationAnnotations.InlineDescending, true), SqliteDatabase.Table("CREATE TABLE t (a INTEGER PRIMARY KEY DESC)").PrimaryKey!.Annotations);
        Assert.True((bool)SqliteDatabase.Table("CREATE TABLE t (a INTEGER, PRIMARY KEY (A AUTOINCREMENT))").Columns[0].Annotations["Sqlite:Autoincrement"]!);
    }

    private static AnnotationSet Facet(string name, object value) => AnnotationSet.Empty.With(name, value);
}
