using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class EditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;
    private readonly string _editor;

    public EditTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("aaaa1", "", "open the shop");
        _folder.WriteRevision("bbbb2", "aaaa1", "add email");
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
        _editor = Program("an editor", "edited by the first");
        SetEditors(editor: null, visual: null);
    }

    public void Dispose()
    {
        SetEditors(editor: null, visual: null);
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("C50 head", "", "bbbb2")]
    [InlineData("C50 partial id", "aaaa", "aaaa1")]
    [InlineData("C50 one before the head", "-1", "aaaa1")]
    public void Opens_the_script_and_returns_what_it_says_then(string row, string revision, string id)
    {
        SetEditors(_editor, visual: null);

        var edited = _session.Run($"Edit-DbMigration {revision}");

        Assert.Equal((row, id), (row, edited.Single<string>("Revision")));
        Assert.EndsWith("// edited by the first", File.ReadAllText(edited.Single<string>("Path")).TrimEnd());
    }

    [Fact]
    public void C50_current_is_where_the_database_is()
    {
        SetEditors(_editor, visual: null);
        var database = $"-Provider Sqlite {_database.Argument}";

        var error = _session.Run($"Edit-DbMigration current {database}").MustFail("RevisionNotFound");
        Assert.Contains("No current revisions", error.ToString());

        _session.Run($"Update-Database aaaa1 {database}").MustSucceed();
        Assert.Equal("aaaa1", _session.Run($"Edit-DbMigration current {database}").Single<string>("Revision"));
        Assert.Equal("aaaa1", _session.Run($"Get-DbMigration current {database}").Single<string>("Revision"));
        Assert.Equal(["bbbb2", "aaaa1"], _session.Run($"Get-DbMigrationHistory current: {database}").All<string>("Revision"));
        Assert.Equal("bbbb2", _session.Run($"Get-DbMigration current+1 {database}").Single<string>("Revision"));
    }

    [Fact]
    public void C42_a_history_may_begin_where_the_database_is()
    {
        var database = $"-Provider Sqlite {_database.Argument}";
        _session.Run($"Set-DbMigrationStamp bbbb2 {database}").MustSucceed();

        Assert.Equal(["bbbb2"], _session.Run($"Get-DbMigrationHistory current: {database}").All<string>("Revision"));
        Assert.Equal([true, false], _session.Run($"Get-DbMigrationHistory -IndicateCurrent {database}").All<bool>("IsCurrent"));

        _session.Run($"Set-DbMigrationStamp base {database}").MustSucceed();
        Assert.Equal(["bbbb2", "aaaa1"], _session.Run($"Get-DbMigrationHistory current: {database}").All<string>("Revision"));
    }

    [Fact]
    public void C50_the_base_has_no_script()
        => Assert.Contains("No revision files indicated by symbol 'base'", _session.Run("Edit-DbMigration base").MustFail("RevisionNotFound").ToString());

    [Fact]
    public void C50_EDITOR_is_asked_before_VISUAL()
    {
        SetEditors(_editor, Program("other", "edited by the other"));
        _session.Run("Edit-DbMigration").MustSucceed();
        Assert.Contains("edited by the first", Text("bbbb2"));

        SetEditors(editor: null, Program("other", "edited by the other"));
        _session.Run("Edit-DbMigration aaaa1").MustSucceed();
        Assert.Contains("edited by the other", Text("aaaa1"));
    }

    [Fact]
    public void C50_none_found()
    {
        SetEditors("no-such-editor-here --wait", visual: null);
        Assert.Contains("no-such-editor-here", _session.Run("Edit-DbMigration").MustFail("EditorNotFound").ToString());

        SetEditors(editor: null, visual: null);
        Environment.SetEnvironmentVariable("CI", "true");
        try
        {
            Assert.Contains("CI is set", _session.Run("Edit-DbMigration").MustFail("EditorNotFound").ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", null);
        }
    }

    [Fact]
    public void An_editor_may_have_arguments_and_blanks_in_its_path()
    {
        SetEditors($"\"{_editor}\" --wait", visual: null);

        _session.Run("Edit-DbMigration").MustSucceed();

        Assert.Contains("--wait", Text("bbbb2"));
    }

    [Fact]
    public void An_editor_that_fails_is_named()
    {
        SetEditors(Program("failing", "x", exitCode: 3), visual: null);

        Assert.Contains("exit code 3", _session.Run("Edit-DbMigration").MustFail("EditorFailed").ToString());
    }

    [Fact]
    public void WhatIf_opens_nothing()
    {
        SetEditors(_editor, visual: null);
        var before = Text("bbbb2");

        Assert.Empty(_session.Run("Edit-DbMigration -WhatIf").MustSucceed().Output);
        Assert.Equal(before, Text("bbbb2"));
    }

    [Fact]
    public void Several_are_opened_one_after_the_other()
    {
        SetEditors(_editor, visual: null);

        Assert.Equal(["bbbb2", "aaaa1"], _session.Run("Get-DbMigrationHistory | Edit-DbMigration").All<string>("Revision"));
    }

    private string Text(string id) => File.ReadAllText(_folder[$"migrations/versions/{id}.cs"]);

    // Appends a comment with its arguments to the file that is named last.
    private string Program(string name, string comment, int exitCode = 0)
    {
        if (OperatingSystem.IsWindows())
            return _folder.Write($"bin/{name}.cmd", $"@echo off\r\nset first=%~1\r\nset file=%~1\r\nif not \"%~2\"==\"\" set file=%~2\r\n>>\"%file%\" echo // %first%\r\n>>\"%file%\" echo // {comment}\r\nexit {exitCode}\r\n");

        var path = _folder.Write($"bin/{name}", $"#!/bin/sh\nfor file; do :; done\necho \"// $1\" >> \"$file\"\necho '// {comment}' >> \"$file\"\nexit {exitCode}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static void SetEditors(string? editor, string? visual)
    {
        Environment.SetEnvironmentVariable("EDITOR", editor);
        Environment.SetEnvironmentVariable("VISUAL", visual);
    }
}
