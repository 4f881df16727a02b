using System.IO;
using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>How <c>env.ps1</c> is run and what it may return.</summary>
public sealed class HookFileTests(HookSession hooks) : IClassFixture<HookSession>
{
    private const string Status = "Get-DbMigrationStatus";

    [Fact]
    public void The_file_finds_its_variables_and_its_own_folder()
    {
        var folder = hooks.Folder("$global:noted = \"$($Argument.Place) $Tag $Command $PSScriptRoot\"; @{ }");

        folder.OnDatabase("Update-DbMigration -Argument @{ Place = 'eu' } -Tag nightly").MustSucceed();

        Assert.Equal($"eu nightly Update-Database {Path.GetDirectoryName(folder.HooksPath)}", folder.Noted());
    }

    [Fact]
    public void Without_Argument_and_Tag_the_variables_are_empty_and_Tag_may_come_from_the_environment()
    {
        var folder = hooks.Folder("$global:noted = \"$($Argument.GetType().Name) $($Argument.Count) '$Tag'\"; @{ }");

        folder.OnDatabase(Status).MustSucceed();
        Assert.Equal("Hashtable 0 ''", folder.Noted());

        folder.Run($"$env:DBMIGRATE_TAG = 'x'; try {{ Update-Database -Provider Sqlite {folder.Database.Argument} }} finally {{ $env:DBMIGRATE_TAG = '' }}").MustSucceed();
        Assert.Equal("Hashtable 0 'x'", folder.Noted());
    }

    [Fact]
    public void What_the_file_defines_is_seen_by_its_hooks_and_not_by_the_session()
    {
        var folder = hooks.Folder("""
            $script:place = 'kept'
            function Get-Place { $script:place }
            @{ Configure = { $global:noted = Get-Place } }
            """);

        folder.OnDatabase(Status).MustSucceed();

        Assert.Equal("kept", folder.Noted());
        Assert.Empty(folder.Run("Get-Command Get-Place*; if ($place) { $place }").MustSucceed().Output);
    }

    [Fact]
    public void A_folder_with_brackets_in_its_name_has_its_own_file()
    {
        var folder = hooks.Folder("$global:noted = 'the first'; @{ }");
        Directory.Move(folder["migrations"], folder["a[b]"]);
        folder.OnDatabase($"{Status} -Path 'a[b]'").MustSucceed();
        Assert.Equal("the first", folder.Noted());

        Directory.CreateDirectory(folder["ab"]);
        File.WriteAllText(folder["ab/env.ps1"], "$global:noted = 'another'; @{ }");
        folder.OnDatabase($"{Status} -Path 'a[b]'");
        Assert.NotEqual("another", folder.Noted());
    }

    [Fact]
    public void A_change_to_Argument_does_not_reach_the_caller()
        => Assert.Equal("1", hooks.Folder("$Argument.Place = 2; @{ }").Run("$a = @{ Place = 1 }; $null = Get-DbMigrationStatus -Provider Sqlite -ConnectionString 'Data Source=x.db' -Argument $a; $a.Place").Single().ToString());

    [Theory]
    [InlineData("Update-Database", "1")]
    [InlineData("Update-Database -AsSql", "1")]
    [InlineData("Get-DbMigrationStatus", "1")]
    [InlineData("Test-DbMigration -Applied -Drift", "1")]
    [InlineData("Get-DbMigrationHistory -IndicateCurrent", "1")]
    [InlineData("Get-DbMigrationHistory", "")]
    public void It_is_run_once_by_commands_that_need_it(string command, string times)
    {
        var folder = hooks.Folder("$global:noted = 1 + $global:noted; @{ }");

        folder.OnDatabase(command).MustSucceed();

        Assert.Equal(times, folder.Noted());
    }

    [Fact]
    public void Commands_that_only_read_the_folder_and_completion_do_not_run_it()
    {
        var folder = hooks.Folder("throw 'It was run.'");

        folder.Run("Get-DbMigrationHistory; Get-DbMigrationHead; Get-DbMigration; Get-DbMigration one1").MustSucceed();
        Assert.NotEmpty(Completion.Of(hooks.Session, "Update-Database -Revision "));

        folder.OnDatabase(Status).MustFail("HookFailed");
    }

    [Theory]
    [InlineData("# Nothing yet.\n@{\n    # Configure = { }\n}", 2, "")]
    [InlineData("# Something.\n@{ Configure = { } }", 2, "run")]
    public void A_file_without_hooks_is_not_run_so_that_no_execution_policy_stops_it(string text, int line, string noted)
    {
        var folder = hooks.Folder(text);
        var breakpoint = hooks.Session.Runspace.Debugger.SetLineBreakpoint(folder.HooksPath, line, 1, ScriptBlock.Create("$global:noted = 'run'"));

        folder.OnDatabase(Status).MustSucceed();

        hooks.Session.Runspace.Debugger.RemoveBreakpoint(breakpoint);
        Assert.Equal(noted, folder.Noted());
    }

    [Theory]
    [InlineData("'x' > $null", "returns nothing; it must return one hashtable")]
    [InlineData("'text'", "returns one String; it must return one hashtable")]
    [InlineData("'text'; @{ }", "returns 2 objects; it must return one hashtable")]
    [InlineData("@{ Configured = { } }", "returns the unknown key 'Configured'; known are Configure, IncludeObject, Generated, BeforeApply, AfterApply")]
    [InlineData("@{ Configure = 'text' }", "returns no script block for the key Configure, but a String")]
    [InlineData("@{ Configure = $null }", "returns no script block for the key Configure, but nothing")]
    public void What_is_no_table_of_hooks_is_refused_by_file_and_key(string text, string message)
    {
        var folder = hooks.Folder(text);

        Assert.Contains($"{folder.HooksPath} {message}", folder.OnDatabase(Status).MustFail("HooksInvalid").ToString());
    }

    [Theory]
    [InlineData("@{ }\n\nthrow 'boom'", 3, "boom")]
    [InlineData("@{ }\nWrite-Error 'nothing works'", 2, "nothing works")]
    [InlineData("$x = 1\n[int]'many'\n@{ }", 2, "many")]
    [InlineData("@{ }\nif (", 2, "Missing")]
    [InlineData("Nonsense-Command\n@{ }", 1, "Nonsense-Command")]
    public void A_file_that_throws_is_named_with_its_line(string text, int line, string message)
    {
        var folder = hooks.Folder(text);

        var error = folder.OnDatabase(Status).MustFail("HookFailed").ToString();

        Assert.StartsWith($"env.ps1 failed at {folder.HooksPath}:{line}: ", error);
        Assert.Contains(message, error);
    }

    [Fact]
    public void A_place_in_a_file_that_it_runs_is_named_too()
    {
        var folder = hooks.Folder(". $PSScriptRoot/helper.ps1\n@{ Configure = { Stop-Here } }");
        File.WriteAllText(folder["migrations/helper.ps1"], "function Stop-Here {\n    throw 'here'\n}");

        Assert.StartsWith($"The hook Configure failed at {folder["migrations/helper.ps1"]}:2: here", folder.OnDatabase(Status).MustFail("HookFailed").ToString());
    }

    [Fact]
    public void Its_output_streams_are_those_of_the_command()
    {
        var folder = hooks.Folder("Write-Warning 'careful'; Write-Verbose 'loud'; @{ Configure = { Write-Verbose 'louder' } }");

        var loud = folder.OnDatabase($"{Status} -Verbose").MustSucceed();
        var quiet = folder.OnDatabase($"{Status} -WarningAction SilentlyContinue").MustSucceed();

        Assert.Contains("careful", loud.Warnings);
        Assert.Contains("loud", loud.Verbose);
        Assert.Contains("louder", loud.Verbose);
        Assert.Empty(quiet.Warnings);
        Assert.Empty(quiet.Verbose);
    }
}
