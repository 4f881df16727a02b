using System;
using System.Collections;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>The hook that has the last word on what a new revision does.</summary>
public sealed class GeneratedTests(HookSession hooks) : IClassFixture<HookSession>
{
    private const string WithoutAudit = """
        $revision.Up = $revision.Up | Where-Object { $_.Name -ne 'AuditEntries' }
        $revision.Down = $revision.Down | Where-Object { $_.Name -ne 'AuditEntries' }
        $revision
        """;

    [Fact]
    public void What_it_returns_unchanged_is_written_as_without_it()
    {
        var plain = Body(New(hooks.Folder(null)).Single<string>("Path"));
        var folder = hooks.Folder("@{ Generated = { param($revision) $global:noted = \"$($revision.Revision) '$($revision.Message)' $($revision.Parents) '$($revision.Database)' $($revision.Up.Kind) / $($revision.Down.Kind)\"; $revision } }");

        Assert.Equal(plain, Body(New(folder).Single<string>("Path")));
        Assert.Equal("new1 'fill it' two2 '' CreateTable CreateTable CreateTable CreateIndex CreateIndex / DropTable DropTable DropTable", folder.Noted());
    }

    [Fact]
    public void Operations_may_be_removed()
    {
        var folder = hooks.Folder(Hook(WithoutAudit));

        var revision = New(folder).Single();

        Assert.DoesNotContain("AuditEntries", File.ReadAllText(Outcome.Value<string>(revision, "Path")));
        Assert.DoesNotContain("AuditEntries", string.Join(" ", ((IEnumerable)revision.Properties["Operations"].Value).Cast<object>()));
        folder.OnDatabase("Update-Database").MustSucceed();
        Assert.Contains("Products", folder.Database.Tables());
        Assert.DoesNotContain("AuditEntries", folder.Database.Tables());
    }

    [Fact]
    public void Operations_may_be_changed_added_and_put_into_another_order_and_values_keep_their_types()
    {
        var folder = hooks.Folder(Hook("""
            $products = $revision.Up | Where-Object { $_.Name -eq 'Products' }
            $products.Comment = 'what we sell'
            $price = $products.Columns | Where-Object { $_.Name -eq 'Price' }
            $price.DefaultValue = $price.DefaultValue + 1
            $price.Annotations['DbMigrate:Note'] = 'checked'
            $indexes = @($revision.Up | Where-Object { $_.Kind -eq 'CreateIndex' })
            [array]::Reverse($indexes)
            @{
                Up = @(@{ Kind = 'Sql'; Sql = 'SELECT 1' }) + @($revision.Up | Where-Object { $_.Kind -ne 'CreateIndex' }) + $indexes
                Down = $revision.Down
            }
            """));

        var script = File.ReadAllText(New(folder).Single<string>("Path"));

        Assert.Contains("comment: \"what we sell\"", script);
        Assert.Contains("defaultValue: 2.5m)", script);
        Assert.Contains("defaultValue: new DateOnly(2026, 1, 1)", script);
        Assert.Contains(".Annotation(\"DbMigrate:Note\", \"checked\")", script);
        Assert.Contains("migrationBuilder.Sql(\"SELECT 1\");", script);
        Assert.True(script.IndexOf("IX_Products_SupplierId", StringComparison.Ordinal) < script.IndexOf("IX_Names", StringComparison.Ordinal));
        folder.OnDatabase("Update-Database").MustSucceed();
        folder.OnDatabase("Undo-DbMigration two2 -Confirm:$false").MustSucceed();
        Assert.Equal(["one1", "two2"], folder.Database.Tables());
    }

    [Theory]
    [InlineData("nothing is returned", "")]
    [InlineData("both lists are empty", "@{ Up = @(); Down = @() }")]
    [InlineData("all are filtered out", "$revision.Up = $revision.Up | Where-Object { $false }; $revision.Down = $null; $revision")]
    public void C56_an_empty_result_writes_no_revision(string how, string body)
    {
        var folder = hooks.Folder(Hook(body));

        var outcome = New(folder).MustSucceed();

        Assert.True(outcome.Output.Count == 0, how);
        Assert.Contains("The hook Generated left nothing to do, and no revision was written.", outcome.HostText);
        Assert.Equal(2, Directory.GetFiles(folder["migrations/versions"]).Length);
    }

    // Alembic's hook may replace the script by three on three branches, or put Up on one branch and Down on another. Here a
    // hook decides what one revision does; where it goes is New-DbMigration -Head's to say, and so it is refused.
    [Theory]
    [InlineData("C56, three scripts", "$revision, $revision, $revision", "returned 3 objects; it must return one with Up and Down, or nothing")]
    [InlineData("C56, up and down apart", "@{ Up = $revision.Up; Down = @() }, @{ Up = $revision.Down; Down = @() }", "returned 2 objects; it must return one with Up and Down, or nothing")]
    public void C56_a_hook_that_makes_several_scripts_of_one_is_refused(string row, string body, string message)
    {
        var folder = hooks.Folder(Hook(body));

        Assert.Contains(message, New(folder).MustFail("HooksInvalid").ToString());
        Assert.Equal((row, 2), (row, Directory.GetFiles(folder["migrations/versions"]).Length));
    }

    [Theory]
    [InlineData("throw 'not today'", "HookFailed", "env.ps1:2: not today")]
    [InlineData("1; 2", "HooksInvalid", "returned 2 objects")]
    [InlineData("@{ Up = $revision.Up }", "HooksInvalid", "returned a hashtable without Down")]
    [InlineData("'text'", "HooksInvalid", "returned an object without Up")]
    [InlineData("$revision.Up[0].Columns[0].MaxLength = 'wide'; $revision", "HooksInvalid", "operation 1 of Up: Columns: MaxLength: 'wide' is no Int32")]
    [InlineData("@{ Up = @{ Kind = 'AddView' }; Down = @() }", "HooksInvalid", "operation 1 of Up: there is no operation of the kind 'AddView'")]
    [InlineData("@{ Up = @{ Kind = 'Sql'; Sql = [System.Text.StringBuilder]::new() }; Down = @() }", "HooksInvalid", "StringBuilder, which cannot be used")]
    [InlineData("@{ Up = @{ Kind = 'DropTable'; Name = 'Nowhere' }; Down = @() }", "HooksInvalid", "Up cannot follow what the scripts add up to: ")]
    [InlineData("$revision.Up = $revision.Up | Where-Object { $_.Name -ne 'AuditEntries' }; $revision", "HooksInvalid", "Down cannot follow Up: ")]
    public void What_cannot_be_written_is_refused_and_nothing_is_written(string body, string id, string message)
    {
        var folder = hooks.Folder(Hook(body));

        var error = New(folder).MustFail(id).ToString();

        Assert.Contains(message, error);
        Assert.Contains(folder.HooksPath, error);
        Assert.Equal(2, Directory.GetFiles(folder["migrations/versions"]).Length);
    }

    [Fact]
    public void It_is_not_asked_where_nothing_is_generated()
    {
        var folder = hooks.Folder(null);
        New(folder).MustSucceed();
        File.WriteAllText(folder.HooksPath, Hook("throw 'It was run.'"));

        New(folder, "again1").MustSucceed();
        New(folder, "empty1", "-Empty").MustSucceed();
    }

    [Fact]
    public void A_preview_shows_what_it_returned()
        => Assert.DoesNotContain("AuditEntries", New(hooks.Folder(Hook(WithoutAudit)), more: "-WhatIf").MustSucceed().HostText);

    [Fact]
    public void Losses_are_those_of_what_it_returned()
    {
        var folder = hooks.Folder(Hook("""
            $revision.Up = $revision.Up | Where-Object { $_.Kind -ne 'DropTable' -or $_.Name -ne 'OldA' }
            $revision.Down = $revision.Down | Where-Object { $_.Kind -ne 'CreateTable' -or $_.Name -ne 'OldA' }
            $revision
            """));
        var tables = string.Concat(new[] { "OldA", "OldB" }.Select(t => $"migrationBuilder.CreateTable(\"{t}\", t => new {{ Id = t.Column<int>(type: \"INTEGER\") }});"));
        File.WriteAllText(folder["migrations/versions/two2.cs"], File.ReadAllText(folder["migrations/versions/two2.cs"]).Replace("migrationBuilder.Sql(\"CREATE TABLE two2 (Id INTEGER)\");", tables));

        var outcome = New(folder);

        var script = File.ReadAllText(outcome.Single<string>("Path"));
        Assert.Contains("drops table OldB", script);
        Assert.DoesNotContain("OldA", script);
        Assert.DoesNotContain("OldA", string.Join(" ", outcome.Warnings));
    }

    [Fact]
    public void Each_database_has_its_own_operations()
    {
        var folder = hooks.Folder(
            Hook($"if ($revision.Database -eq 'Logs') {{ {WithoutAudit} }} else {{ $revision }}"),
            "@{ Databases = @{ Shop = @{ Context = 'WarehouseContext'; Default = $true }; Logs = @{ Context = 'WarehouseContext'; ConnectionStringVariable = 'LOGS_DB' } } }");

        var script = File.ReadAllText(New(folder).Single<string>("Path"));

        Assert.Equal(2, script.Split("name: \"AuditEntries\"").Length - 1);
        Assert.Equal(4, script.Split("name: \"Suppliers\"").Length - 1);
    }

    [Fact]
    public void A_secret_of_the_connection_is_not_shown_when_it_throws()
    {
        var folder = hooks.Folder("""
            @{
                Configure = { @{ ConnectionString = 'Data Source=test.db;Password=geheim' } }
                Generated = { throw 'cannot read with Password=geheim' }
            }
            """);

        var failed = New(folder, more: "-Verbose");

        Assert.Contains("cannot read with Password=***", failed.MustFail("HookFailed").ToString());
        Assert.DoesNotContain("geheim", failed.Error!.Exception + failed.HostText + string.Join("\n", failed.Verbose));
    }

    private static string Hook(string body) => $"@{{ Generated = {{ param($revision)\n{body} }} }}";

    private static Outcome New(HookFolder folder, string id = "new1", string more = "") => folder.Run($"New-DbMigration 'fill it' -RevisionId {id} {WarehouseTarget.Argument} {more}");

    private static string Body(string path)
    {
        var text = File.ReadAllText(path);
        return text[text.IndexOf("#nullable", StringComparison.Ordinal)..];
    }
}
