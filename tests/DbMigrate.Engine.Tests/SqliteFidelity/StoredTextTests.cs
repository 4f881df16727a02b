using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>A rebuild leaves the text of a table as it was written, but for what is changed.</summary>
public sealed class StoredTextTests
{
    private const string Table = """
        CREATE TABLE [my notes] ( -- what we keep
          id integer primary key autoincrement, -- the number
          `body` varchar(200) constraint filled not null collate nocase default ('' || 'x'), /* free */
          size int constraint positive check(size > 0) , "by" int references people on delete cascade,
          unique (body , size desc) constraint odd check ("my notes".size <> 13) -- never
        )
        """;

    private static readonly Dictionary<string, (Action<MigrationBuilder> Change, Func<string, string> Text)> Changes = new()
    {
        ["add a check"] = (
            m => m.AddCheckConstraint("CK", "my notes", "id > 0"),
            t => t.Replace("<> 13) -- never", "<> 13),\n    CONSTRAINT \"CK\" CHECK (id > 0) -- never")),
        ["add a required column"] = (
            m => m.AddColumn<string>("kind", "my notes", "TEXT", nullable: false, defaultValueSql: "'a' || 'b'"),
            t => t.Replace("on delete cascade,", "on delete cascade,\n    \"kind\" TEXT NOT NULL DEFAULT ('a' || 'b'),")),
        ["change a type"] = (
            m => m.AlterColumn<long>("by", "my notes", "BIGINT", nullable: true, oldClrType: typeof(int), oldType: "int", oldNullable: true),
            t => t.Replace("\"by\" int", "\"by\" BIGINT")),
        ["change a default"] = (
            m => m.AlterColumn<string>("body", "my notes", "varchar(200)", nullable: false, collation: "nocase", defaultValue: "y", oldClrType: typeof(string), oldType: "varchar(200)"),
            t => t.Replace(" default ('' || 'x')", " DEFAULT 'y'")),
        ["make a column optional"] = (
            m => m.AlterColumn<string>("body", "my notes", "varchar(200)", nullable: true, collation: "nocase", defaultValueSql: "'' || 'x'", oldClrType: typeof(string), oldType: "varchar(200)"),
            t => t.Replace(" constraint filled not null", "")),
        ["drop an inline check"] = (
            m => m.DropCheckConstraint("positive", "my notes"),
            t => t.Replace(" constraint positive check(size > 0)", "")),
        ["drop a check behind the columns"] = (
            m => m.DropCheckConstraint("odd", "my notes"),
            t => t.Replace(" constraint odd check (\"my notes\".size <> 13)", "")),
        ["drop a foreign key that has no name"] = (
            m => m.DropForeignKey("FK_my notes_people_by", "my notes"),
            t => t.Replace(" references people on delete cascade", "")),
        ["drop a unique constraint that has no name"] = (
            m => m.DropUniqueConstraint("AK", "my notes").Annotation(OperationAnnotations.Unnamed, "\"body\", \"size\""),
            t => t.Replace("\n  unique (body , size desc)", "")),
        ["drop a column"] = (
            m =>
            {
                m.DropForeignKey("FK_my notes_people_by", "my notes");
                m.DropColumn("by", "my notes");
            },
            t => t.Replace(" \"by\" int references people on delete cascade,", "")),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_is_changed_is_written_anew(string change)
    {
        using var file = Create();

        Assert.True(file.Apply(Changes[change].Change).HasRebuild);

        Assert.Equal(Changes[change].Text(Table), file.Text("my notes"));
        Assert.Equal(["1|a|1|1"], file.Query("SELECT id, body, size, " + (change == "drop a column" ? "1" : "\"by\"") + " FROM [my notes]"));
    }

    [Fact]
    public void Indexes_and_triggers_come_back_as_they_were_written()
    {
        using var file = Create();
        file.Execute("create  index  if not exists [by size] on [my notes](size\tDESC) where size > 0 -- big");
        file.Execute("create trigger if not exists main.t after insert on [my notes] begin\n  -- nothing\n  select 1;\nend");
        var before = file.Attachments();

        file.Apply(m => m.AddCheckConstraint("CK", "my notes", "id > 0"));

        Assert.Equal(before, file.Attachments());
        Assert.Contains("\n  -- nothing\n", file.Text("t"), StringComparison.Ordinal);
    }

    [Fact]
    public void Renames_in_the_same_revision_are_followed_in_the_text()
    {
        using var file = Create();
        file.Execute("create index ix on [my notes](size) -- all");

        file.Apply(m =>
        {
            m.RenameColumn("size", "my notes", "weight");
            m.RenameTable("my notes", newName: "Notes");
            m.RenameTable("people", newName: "Persons");
            m.AddCheckConstraint("CK", "Notes", "id > 0");
        });

        var text = file.Text("Notes");
        Assert.StartsWith("CREATE TABLE \"Notes\" ( -- what we keep\n  id integer primary key autoincrement, -- the number\n  `body` varchar(200) constraint filled not null", text, StringComparison.Ordinal);
        Assert.Contains("CHECK (\"Notes\".\"weight\" <> 13)", text, StringComparison.Ordinal);
        Assert.Equal(["CREATE INDEX ix on \"Notes\"(\"weight\") -- all"], file.Query("SELECT sql FROM sqlite_master WHERE name = 'ix'"));
        Assert.Equal(["1|a|1|1"], file.Query("SELECT id, body, weight, \"by\" FROM Notes"));
        Assert.Equal(["0|0|Persons|by|id|NO ACTION|CASCADE|NONE"], file.Query("PRAGMA foreign_key_list(Notes)").Select(r => r.Replace("|NULL|", "|id|", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_name_is_followed_where_a_column_has_the_tables_name()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE city (city TEXT, n INTEGER, CHECK (city.city <> ''))");
        file.Execute("CREATE TABLE other (city TEXT)");
        file.Execute("CREATE VIEW v AS SELECT city.city AS city, (SELECT count(*) FROM other o, city c WHERE c.city = o.city) AS n FROM city WHERE n IN (1, 2)");
        file.Execute("CREATE TRIGGER t AFTER UPDATE OF city ON city BEGIN UPDATE OR IGNORE city SET city = city WHERE city.city = NEW.city; INSERT INTO city (city) SELECT city FROM other; END");
        file.Execute("CREATE UNIQUE INDEX i ON city (city, lower(city)) WHERE city.city > 'a'");

        file.Apply(m => m.RenameTable("city", newName: "town"));

        file.Apply(m => m.AddCheckConstraint("CK", "town", "n > 0"));
    }

    [Fact]
    public void A_columns_new_name_is_followed_in_an_index_of_its_name()
    {
        using var file = new SqliteFile();
        file.Execute("CREATE TABLE a (a TEXT); CREATE INDEX [b] ON a(a ASC); CREATE INDEX c ON a(lower(a)) WHERE a > 'a'");

        file.Apply(m => m.RenameColumn("a", "a", "b"));
        file.Apply(m => m.RenameIndex("c", "d", "a"));
        file.Apply(m => m.AddCheckConstraint("CK", "a", "b <> ''"));

        Assert.Equal(["CREATE INDEX \"d\" ON a(lower(\"b\")) WHERE \"b\" > 'a'", "CREATE INDEX [b] ON a(\"b\" ASC)"], file.Query("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name DESC"));
    }

    private static SqliteFile Create()
    {
        var file = new SqliteFile();
        file.Execute("CREATE TABLE people (id INTEGER PRIMARY KEY)");
        file.Execute(Table);
        file.Execute("INSERT INTO people VALUES (1)");
        file.Execute("INSERT INTO [my notes] VALUES (1, 'a', 1, 1)");
        return file;
    }
}
