using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>
/// Alembic's own cases of its batch mode (C65 the shape, C66 the rows; the type change of C66 is in ConversionTests).
/// Two differ: a column is added at the end, as EF and the order of its operations have it, and what SQLite changes in
/// place is not copied.
/// </summary>
public sealed class BatchCaseTests
{
    private static readonly string[] Rows = ["1|d1|5", "2|22|6", "3|8.5|7", "4|9.46|8", "5|d5|9"];

    private static readonly Dictionary<string, (Action<MigrationBuilder> Change, string Query, string[] Expected)> RowCases = new()
    {
        ["C66 a column goes"] = (m => m.DropColumn("data", "foo"), "SELECT * FROM foo", [.. Rows.Select(r => Part(r, 0) + "|" + Part(r, 2))]),
        ["C66 the key's column goes"] = (
            m =>
            {
                m.DropPrimaryKey("PK_foo", "foo");
                m.DropColumn("id", "foo");
            },
            "SELECT * FROM foo",
            [.. Rows.Select(r => Part(r, 1) + "|" + Part(r, 2))]),
        ["C66 the key's column gets another name"] = (m => m.RenameColumn("id", "foo", "ident"), "SELECT ident, data, x FROM foo", Rows),
        ["C66 a column gets another name"] = (m => m.RenameColumn("x", "foo", "y"), "SELECT id, data, y FROM foo", Rows),
        ["C66 a column with a default comes"] = (m => m.AddColumn<string>("data2", "foo", "TEXT", nullable: true, defaultValue: "hi"), "SELECT * FROM foo", [.. Rows.Select(r => r + "|hi")]),
        ["C66 the key's column goes and comes without a key"] = (
            m =>
            {
                m.DropPrimaryKey("PK_foo", "foo");
                m.DropColumn("id", "foo");
                m.AddColumn<int>("id", "foo", "INTEGER", nullable: true);
            },
            "SELECT name, pk FROM pragma_table_info('foo') ORDER BY name",
            ["data|0", "id|0", "x|0"]),
        ["C66 the key's column goes and comes with a key"] = (
            m =>
            {
                m.DropPrimaryKey("PK_foo", "foo");
                m.DropColumn("id", "foo");
                m.AddColumn<int>("id", "foo", "INTEGER", nullable: false);
                m.AddPrimaryKey("PK_foo", "foo", "id");
            },
            "SELECT name, pk FROM pragma_table_info('foo') ORDER BY name",
            ["data|0", "id|1", "x|0"]),
        ["C66 a check comes"] = (m => m.AddCheckConstraint("CK_x", "foo", "x > 0"), "SELECT * FROM foo", Rows),
        ["C66 an index stays and another comes"] = (
            m =>
            {
                m.CreateIndex("ix_x", "foo", "x");
                m.AddCheckConstraint("CK_x", "foo", "x > 0");
            },
            "SELECT name FROM pragma_index_list('foo') ORDER BY name",
            ["ix_data", "ix_x"]),
    };

    public static TheoryData<string> RowNames => [.. RowCases.Keys];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void Rows_are_kept(string name)
    {
        using var file = Foo();
        if (name.Contains(" goes", StringComparison.Ordinal))
            file.Apply(m => m.DropIndex("ix_data", "foo"));

        file.Apply(RowCases[name].Change);

        Assert.Equal(RowCases[name].Expected, file.Query(RowCases[name].Query));
    }

    [Fact]
    public void C66_Values_of_an_unchanged_kind_stay_to_the_letter()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, at DATETIME, flag BOOLEAN CHECK (flag IN (0, 1, 5))); INSERT INTO t VALUES (1, '2012-05-18 15:32:05', 1), (2, NULL, 5)");

        file.Apply(m =>
        {
            m.AlterColumn<string>("at", "t", "DATETIME", nullable: true, defaultValue: "x", oldClrType: typeof(string), oldType: "DATETIME", oldNullable: true);
            m.RenameColumn("flag", "t", "bflag");
        });

        Assert.Equal(["1|2012-05-18 15:32:05|1", "2|NULL|5"], file.Query("SELECT id, at, bflag FROM t"));
    }

    [Fact]
    public void C66_A_foreign_key_without_a_name_goes_by_the_name_that_it_would_have()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER PRIMARY KEY, a INT REFERENCES p(id), b INT REFERENCES p(id))");

        file.Apply(m => m.DropForeignKey("FK_c_p_a", "c"));

        Assert.Equal(["b"], file.Query("SELECT \"from\" FROM pragma_foreign_key_list('c')"));
    }

    [Fact]
    public void C66_A_table_without_a_key_gets_one()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, c); INSERT INTO t VALUES (1, 2, 3), (1, 3, x'00')");

        file.Apply(m => m.AddPrimaryKey("PK_t", "t", ["a", "b"]));

        Assert.Equal(["1|2|3", "1|3|X'00'"], file.Query("SELECT a, b, iif(typeof(c) = 'blob', quote(c), c) FROM t"));
        Assert.Equal(["a|1", "b|2", "c|0"], file.Query("SELECT name, pk FROM pragma_table_info('t')"));
    }

    [Fact]
    public void C65_What_SQLite_does_in_place_is_no_rebuild()
    {
        using var file = Foo();

        Assert.False(file.Apply(m =>
        {
            m.AddColumn<int>("q", "foo", "INTEGER", nullable: false, defaultValue: 3);
            m.CreateIndex("ix_q", "foo", "q");
            m.DropIndex("ix_data", "foo");
            m.RenameColumn("x", "foo", "y");
        }).HasRebuild);
        Assert.True(file.Apply(m => m.AddColumn<string>("r", "foo", "TEXT", nullable: true, defaultValueSql: "lower('A')")).HasRebuild);
        Assert.True(file.Apply(m => m.AddColumn<int>("s", "foo", "INTEGER", nullable: true, computedColumnSql: "y + 1", stored: true)).HasRebuild);
    }

    [Theory]
    [InlineData("foreign key")]
    [InlineData("check")]
    [InlineData("unique constraint")]
    [InlineData("index")]
    [InlineData("column")]
    public void C65_What_is_not_there_cannot_be_dropped(string what)
    {
        using var file = Foo();

        var error = Assert.Throws<DbMigrateException>(() => file.Generate(m => _ = what switch
        {
            "foreign key" => (object)m.DropForeignKey("nowhere", "foo"),
            "check" => m.DropCheckConstraint("nowhere", "foo"),
            "unique constraint" => m.DropUniqueConstraint("nowhere", "foo"),
            "index" => m.DropIndex("nowhere", "foo"),
            _ => m.DropColumn("nowhere", "foo"),
        }));

        Assert.Equal("ReplayConflict", error.Kind.Name);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void C65_References_from_and_to_a_table_resolve_after_a_column_got_another_name()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, up INT REFERENCES t (id)); CREATE TABLE c (tid INT REFERENCES t (id)); INSERT INTO t VALUES (1, 1); INSERT INTO c VALUES (1)");

        file.Apply(m =>
        {
            m.RenameColumn("id", "t", "key");
            m.AddCheckConstraint("CK", "t", "up > 0");
        });

        Assert.Equal(["t|up|key"], file.Query("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('t')"));
        Assert.Equal(["t|tid|key"], file.Query("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('c')"));
    }

    private static string Part(string row, int index) => row.Split('|')[index];

    private static SqliteFile Foo()
    {
        var file = new SqliteFile();
        file.Execute("CREATE TABLE foo (id INTEGER NOT NULL CONSTRAINT PK_foo PRIMARY KEY, data VARCHAR(50), x INTEGER); CREATE INDEX ix_data ON foo (data)");
        file.Execute("INSERT INTO foo VALUES (1, 'd1', 5), (2, '22', 6), (3, '8.5', 7), (4, '9.46', 8), (5, 'd5', 9)");
        return file;
    }
}
