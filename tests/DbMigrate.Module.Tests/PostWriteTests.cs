using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Commands that run on each new script (C56, second part).</summary>
public sealed class PostWriteTests : IClassFixture<SharedSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public PostWriteTests(SharedSession shared)
    {
        Skip.If(OperatingSystem.IsWindows(), "the commands of these tests are shell scripts");
        _session = shared.Session;
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        // Writes each of its arguments on a line, and where it runs.
        Tool("show", "for a in \"$@\"; do echo \"<$a>\" >> \"$PWD/seen\"; done; echo \"in $PWD\" >> \"$PWD/seen\"");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("C56, token anywhere", "'--path={file}', '--again', '{file}'", "<--path=SCRIPT>\n<--again>\n<SCRIPT>")]
    [InlineData("C56, no token", "'--check'", "<SCRIPT>\n<--check>")]
    [InlineData("no arguments", "@()", "<SCRIPT>")]
    [InlineData("no shell", "'a b', '', '$HOME', '`id`', '\"q\"', 'c:\\', 'it''s;|&*', '{file}'", "<a b>\n<>\n<$HOME>\n<`id`>\n<\"q\">\n<c:\\>\n<it's;|&*>\n<SCRIPT>")]
    public void C56_the_program_gets_the_arguments_with_the_path_of_the_script(string number, string arguments, string expected)
    {
        Settings($"@{{ PostWrite = @{{ Command = '../tools/show'; Arguments = {arguments} }} }}");

        var script = New().Single<string>("Path");

        Assert.Equal((number, expected.Replace("SCRIPT", script) + $"\nin {_folder["migrations"]}\n"), (number, File.ReadAllText(_folder["migrations/seen"])));
    }

    [Fact]
    public void C56_commands_run_in_order_each_in_its_folder()
    {
        Tool("first", "echo first >> seen");
        Tool("second", "echo second >> seen");
        Settings("@{ PostWrite = @(@{ Command = '../tools/first'; WorkingDirectory = '..' }, @{ Command = '../tools/second'; WorkingDirectory = '..' }) }");

        New().MustSucceed();

        Assert.Equal("first\nsecond\n", File.ReadAllText(_folder["seen"]));
    }

    [Theory]
    [InlineData("@{ Command = 'no-such-program' }", "is no program that can be found")]
    [InlineData("@{ Command = './no/such' }", "is no program that can be found")]
    [InlineData("@{ Command = '../tools/show'; WorkingDirectory = 'nowhere' }", "there is no such folder")]
    public void C56_a_missing_program_is_named_with_its_key_before_anything_is_written(string command, string message)
    {
        Settings($"@{{\n    PostWrite = {command}\n}}");

        var error = New().MustFail("PostWriteFailed").ToString();

        Assert.Contains($"of PostWrite ({_folder["migrations/dbmigrate.psd1"]}, line 2)", error);
        Assert.Contains(message, error);
        Assert.False(Directory.Exists(_folder["migrations/versions"]));
    }

    [Fact]
    public void A_failing_command_shows_its_output_ends_the_list_and_leaves_the_script()
    {
        Tool("fail", "echo 'line 7 is ugly'; echo 'really' >&2; exit 3");
        Settings("@{ PostWrite = @{ Command = '../tools/fail' }, @{ Command = '../tools/show' } }");

        var error = New().MustFail("PostWriteFailed").ToString();

        var script = Assert.Single(Directory.GetFiles(_folder["migrations/versions"]));
        Assert.Contains($"ended with exit code 3. The revision was written and stays: {script}", error);
        Assert.Contains("line 7 is ugly", error);
        Assert.Contains("really", error);
        Assert.False(File.Exists(_folder["migrations/seen"]));
    }

    [Fact]
    public void What_a_command_prints_goes_to_the_verbose_stream_and_a_preview_runs_none()
    {
        Tool("talk", "echo done; echo ran >> ran");
        Settings("@{ PostWrite = @{ Command = '../tools/talk' } }");

        New("-WhatIf").MustSucceed();
        Assert.False(File.Exists(_folder["migrations/ran"]));
        Assert.Contains("../tools/talk: done".Replace("../tools", _folder["tools"]), New("-Verbose").MustSucceed().Verbose);
    }

    [Fact]
    public void What_a_formatter_made_of_the_script_is_what_is_applied()
    {
        var database = new Database(_folder["test.db"]);
        Tool("format", "sed -i.bak 's/\\/\\/ Describe.*/migrationBuilder.Sql(\"CREATE TABLE Formatted (Id INTEGER)\");/' \"$1\" && rm \"$1.bak\"");
        Settings("@{ PostWrite = @{ Command = '../tools/format' } }");

        New().MustSucceed();
        _session.Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();

        Assert.Equal(["Formatted"], database.Tables());
        Assert.Empty(_session.Run($"Get-DbMigrationStatus -Provider Sqlite {database.Argument}").Single<string[]>("Changed"));
    }

    private void Settings(string text) => _folder.Write("migrations/dbmigrate.psd1", text);

    private void Tool(string name, string script)
    {
        var path = _folder.Write($"tools/{name}", "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Outcome New(string more = "") => _session.Run($"New-DbMigration 'a change' -Empty {WarehouseTarget.Argument} {more}");
}
