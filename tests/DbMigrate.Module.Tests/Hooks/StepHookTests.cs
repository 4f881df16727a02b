using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>The hooks around each revision.</summary>
public sealed class StepHookTests(HookSession hooks) : IClassFixture<HookSession>
{
    private const string Note = "$global:noted += \"$($step.Revision) '$($step.Message)' $($step.Direction) stamp=$($step.IsStamp) then=$($step.CurrentAfter) in=$($step.DataSource.Split([char[]]'/\\')[-1])`n\"";

    [Fact]
    public void C57_each_step_says_its_revision_direction_and_where_the_database_stands_then()
    {
        var folder = hooks.Folder($"@{{ BeforeApply = {{ param($step) $global:noted += 'before '; {Note} }}; AfterApply = {{ param($step) $global:noted += 'after '; {Note} }} }}");

        folder.OnDatabase("Update-Database").MustSucceed();
        Assert.Equal(
            """
            before one1 'make one1' Up stamp=False then=one1 in=test.db
            after one1 'make one1' Up stamp=False then=one1 in=test.db
            before two2 'make two2' Up stamp=False then=two2 in=test.db
            after two2 'make two2' Up stamp=False then=two2 in=test.db
            """.ReplaceLineEndings("\n"), folder.Noted().Trim());

        folder.OnDatabase("Undo-DbMigration base -Confirm:$false").MustSucceed();
        Assert.Equal(
            """
            before two2 'make two2' Down stamp=False then=one1 in=test.db
            after two2 'make two2' Down stamp=False then=one1 in=test.db
            before one1 'make one1' Down stamp=False then= in=test.db
            after one1 'make one1' Down stamp=False then= in=test.db
            """.ReplaceLineEndings("\n"), folder.Noted().Trim());
    }

    [Fact]
    public void BeforeApply_runs_outside_of_the_transaction_and_AfterApply_after_the_step_was_returned()
    {
        var folder = hooks.Folder("@{ AfterApply = { param($step) \"after $($step.Revision)\" } }");

        var output = folder.OnDatabase("Update-Database").MustSucceed().Output;

        Assert.Equal(["one1", "after one1", "two2", "after two2"], output.Select(o => o.Properties["Revision"]?.Value ?? o.BaseObject));
    }

    [Fact]
    public void BeforeApply_that_throws_leaves_the_revision_unapplied_and_says_what_was_done()
    {
        var folder = hooks.Folder("@{ BeforeApply = { param($step)\n if ($step.Revision -eq 'two2') {\n throw 'no backup' } } }");

        var error = folder.OnDatabase("Update-Database").MustFail("HookFailed").ToString();

        Assert.StartsWith($"The hook BeforeApply failed at {folder.HooksPath}:3: no backup. Nothing of revision two2 was run. Applied before it: 'one1'.", error);
        Assert.Equal(["one1"], folder.Database.Applied());
        Assert.Equal(["one1"], folder.Database.Tables());
    }

    [Fact]
    public void AfterApply_that_throws_stops_after_the_revision_that_is_committed()
    {
        var folder = hooks.Folder("@{ AfterApply = { throw 'no mail' } }");

        var error = folder.OnDatabase("Update-Database").MustFail("HookFailed").ToString();

        Assert.StartsWith($"The hook AfterApply failed at {folder.HooksPath}:1: no mail. Revision one1 stays applied. No revision was applied before it.", error);
        Assert.Equal(["one1"], folder.Database.Applied());
    }

    [Fact]
    public void C57_a_stamp_is_told_as_one_with_where_the_database_stands_then()
    {
        var folder = hooks.Folder($"@{{ BeforeApply = {{ param($step) $global:noted += 'before '; {Note} }}; AfterApply = {{ param($step) $global:noted += 'after '; {Note} }} }}");

        folder.OnDatabase("Set-DbMigrationStamp head").MustSucceed();

        Assert.Equal(
            """
            before one1 'make one1' Up stamp=True then=two2 in=test.db
            before two2 'make two2' Up stamp=True then=two2 in=test.db
            after one1 'make one1' Up stamp=True then=two2 in=test.db
            after two2 'make two2' Up stamp=True then=two2 in=test.db
            """.ReplaceLineEndings("\n"), folder.Noted().Trim());
    }

    [Fact]
    public void BeforeApply_that_throws_stops_a_stamp_and_nothing_is_stamped()
    {
        var folder = hooks.Folder("@{ BeforeApply = { throw 'no' } }");

        Assert.Contains(":1: no. Nothing was stamped.", folder.OnDatabase("Set-DbMigrationStamp head").MustFail("HookFailed").ToString());

        Assert.Empty(folder.OnDatabase("Get-DbMigrationStatus").Single<string[]>("Current"));
    }

    [Theory]
    [InlineData("Write-Error 'gone wrong'", "gone wrong")]
    [InlineData("[int]'many'", "many")]
    [InlineData("Nonsense-Command", "Nonsense-Command")]
    [InlineData("break", "uses break or continue outside of a loop")]
    [InlineData("continue", "uses break or continue outside of a loop")]
    public void Every_failure_of_a_hook_stops_the_command(string body, string message)
    {
        var folder = hooks.Folder($"@{{ BeforeApply = {{ {body} }} }}");

        var failed = folder.Run($"foreach ($i in 1, 2) {{ $i; Update-Database -Provider Sqlite {folder.Database.Argument} -ErrorAction Stop }}");

        Assert.Contains(message, failed.MustFail("HookFailed").ToString());
        Assert.Empty(folder.Database.Tables());
    }

    [Fact]
    public void Previews_run_no_step_hook()
    {
        var folder = hooks.Folder("@{ BeforeApply = { throw 'It was run.' }; AfterApply = { throw 'It was run.' } }");

        folder.OnDatabase("Update-Database -WhatIf").MustSucceed();
        folder.OnDatabase("Update-Database -AsSql").MustSucceed();
    }

    [Theory]
    [InlineData("BeforeApply", "Get-DbMigrationStatus -Provider Sqlite")]
    [InlineData("AfterApply", "Update-Database -Provider Sqlite")]
    [InlineData("Configure", "Update-Database -Provider Sqlite")]
    public void A_command_that_needs_a_database_is_refused_in_a_hook_instead_of_waiting_for_itself(string hook, string command)
    {
        var folder = hooks.Folder($"@{{ {hook} = {{ {command} }} }}");

        var error = folder.OnDatabase("Update-Database").MustFail("HookReentered").ToString();

        Assert.Contains($"The hook {hook} calls {command.Split(' ')[0]}", error);
    }

    [Fact]
    public void The_file_itself_cannot_call_one_either()
        => Assert.Contains("env.ps1 calls Get-DbMigrationStatus", hooks.Folder("Get-DbMigrationStatus -Provider Sqlite; @{ }").OnDatabase("Update-Database").MustFail("HookReentered").ToString());

    [Fact]
    public void A_command_that_only_reads_the_folder_works_in_a_hook()
    {
        var folder = hooks.Folder("@{ BeforeApply = { $global:noted = (Get-DbMigrationHead).Revision } }");

        folder.OnDatabase("Update-Database").MustSucceed();

        Assert.Equal("two2", folder.Noted());
    }

    [Fact]
    public async Task Stopping_in_a_hook_stops_the_command_and_says_what_was_done()
    {
        var folder = hooks.Folder("@{ BeforeApply = { param($step) if ($step.Revision -eq 'two2') { $global:gate.Set(); while ($true) { [System.Threading.Thread]::Yield() } } } }");
        using var gate = new ManualResetEventSlim();
        hooks.Session.Runspace.SessionStateProxy.SetVariable("gate", gate);
        using var shell = hooks.Session.Shell($"Update-Database -Provider Sqlite {folder.Database.Argument}");

        var run = Task.Run(() => hooks.Session.Invoke(shell), TestContext.Current.CancellationToken);
        gate.Wait(TestContext.Current.CancellationToken);
        shell.Stop();
        var outcome = await run;

        Assert.Contains("Nothing of revision two2 was run. Applied before it: 'one1'.", outcome.HostText);
        Assert.Equal(["one1"], folder.Database.Applied());
        Assert.Equal("one1", folder.OnDatabase("Get-DbMigrationStatus").Single<string>("Current"));
    }
}
