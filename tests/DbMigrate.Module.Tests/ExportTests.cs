using System;
using System.IO;
using System.Linq;
using System.Text;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class ExportTests(BranchingFolder folder) : IClassFixture<BranchingFolder>
{
    [Theory]
    [InlineData("", "Apply a1, Apply a2, Apply a3, Apply b1, Apply b2, Apply b3")]
    [InlineData("base:a2", "Apply a1, Apply a2")]
    [InlineData("a1,b1:b2", "Apply a2, Apply b2")]
    [InlineData("'a1,b1:b2'", "Apply a2, Apply b2")]
    [InlineData("a3:-1", "Undo a3")]
    [InlineData("a3:a1", "Undo a3, Undo a2")]
    [InlineData("a3:a3", "")]
    public void Returns_one_text_with_a_note_for_each_revision(string range, string notes)
    {
        var script = Assert.IsType<string>(folder.Session.Run($"Export-DbMigrationScript {range} -Provider Sqlite").Single().BaseObject);

        var lines = script.Split('\n');
        Assert.Equal(".bail on", lines[0]);
        Assert.Equal(notes, string.Join(", ", lines.Where(l => l.StartsWith("-- Apply", StringComparison.Ordinal) || l.StartsWith("-- Undo", StringComparison.Ordinal)).Select(l => l[3..].Split(':')[0])));
        Assert.DoesNotContain('\r', script);
    }

    [Theory]
    [InlineData("-Idempotent", "IdempotentNotSupported")]
    [InlineData("a1", "RangeInvalid")]
    [InlineData("base:current", "RevisionNotFound")]
    [InlineData("base:head", "MultipleHeads")]
    [InlineData("$null", "RevisionMissing")]
    public void Refuses_with_the_reason(string arguments, string error)
        => folder.Session.Run($"Export-DbMigrationScript {arguments} -Provider Sqlite -OutFile refused.sql").MustFail(error);

    [Fact]
    public void OutFile_is_UTF8_without_a_mark_and_is_not_overwritten()
    {
        var file = folder.Folder["é.sql"];
        Assert.Empty(folder.Session.Run("Export-DbMigrationScript -Provider Sqlite -OutFile é.sql -WhatIf").MustSucceed().Output);
        Assert.False(File.Exists(file));

        Assert.Empty(folder.Session.Run("Export-DbMigrationScript base:a1 -Provider Sqlite -OutFile é.sql").MustSucceed().Output);
        var bytes = File.ReadAllBytes(file);
        Assert.Equal((byte)'.', bytes[0]);
        Assert.Equal(folder.Session.Run("Export-DbMigrationScript base:a1 -Provider Sqlite").Single().ToString(), Encoding.UTF8.GetString(bytes));

        folder.Session.Run("Export-DbMigrationScript -Provider Sqlite -OutFile é.sql").MustFail("ScriptExists");
        Assert.Equal(bytes, File.ReadAllBytes(file));
        folder.Session.Run("Export-DbMigrationScript -Provider Sqlite -OutFile é.sql -Force").MustSucceed();
        Assert.True(File.ReadAllBytes(file).Length > bytes.Length);
        folder.Session.Run("Export-DbMigrationScript -Provider Sqlite -OutFile nowhere/x.sql").MustFail("PathInvalid");
    }

    [Theory]
    [InlineData("Update-Database a1:a3", "RevisionNotFound", "Range revision not allowed")]
    [InlineData("Undo-DbMigration a3:a1", "RevisionNotFound", "Range revision not allowed")]
    [InlineData("Update-Database -AsSql a3:a1", "RangeInvalid", "goes down")]
    [InlineData("Undo-DbMigration -AsSql a1:a3", "RevisionNotReachable", "a3 is not applied")]
    public void C46_a_range_needs_AsSql_and_the_right_way(string command, string error, string message)
    {
        var database = folder.NewDatabase();

        Assert.Contains(message, folder.Run(command, database).MustFail(error).ToString());
        Assert.False(database.Exists);
    }

    [Fact]
    public void C46_a_new_revision_has_no_SQL_to_show()
        => Assert.Contains("AsSql", folder.Session.Run("New-DbMigration -Empty x -AsSql").Error!.ToString());

    [Fact]
    public void C46_undoing_without_a_range_reads_the_database_where_Alembic_refuses()
    {
        var database = folder.NewDatabase();
        folder.Run("Set-DbMigrationStamp a2", database).MustSucceed();

        Assert.Contains("-- Undo a2", folder.Run("Undo-DbMigration -AsSql", database).Single().ToString());
        Assert.Equal(["a1", "a2"], database.Applied());
    }

    [Fact]
    public void AsSql_with_a_range_needs_no_connection_and_each_text_is_whole()
    {
        var texts = folder.Session.Run("Update-Database -AsSql a1:a3 -Provider Sqlite").MustSucceed().Output.Select(o => (string)o.BaseObject).ToList();

        Assert.Equal(["-- Apply a2: a change", "-- Apply a3: a change"], texts.Select(t => t.Split('\n')[2]));
        Assert.All(texts, t => Assert.StartsWith(".bail on\n", t));
        Assert.Equal(2, folder.Session.Run("Undo-DbMigration -AsSql a3:-2 -Provider Sqlite").MustSucceed().Output.Count);
    }
}
