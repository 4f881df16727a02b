using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>Objects that are not ours, by a hook.</summary>
public sealed class IncludeObjectTests(HookSession hooks) : IClassFixture<HookSession>
{
    private const string Drift = "Test-DbMigration -Drift";

    [Fact]
    public void It_is_told_kind_table_name_and_side_and_is_not_asked_about_parts_of_what_it_left_out()
    {
        var folder = hooks.Folder("@{ IncludeObject = { param($o) $global:noted += \"$($o.Side) $($o.Kind) $($o.Schema)$($o.Table).$($o.Name)`n\"; $o.Name -ne 'theirs' } }");
        folder.OnDatabase("Update-Database").MustSucceed();
        folder.Database.Query("CREATE TABLE theirs (Id INTEGER)");

        folder.OnDatabase(Drift).MustSucceed();

        // The scripts make their tables with SQL, of which replay knows nothing.
        Assert.Equal(["Database Column one1.Id", "Database Column two2.Id", "Database Table one1.one1", "Database Table theirs.theirs", "Database Table two2.two2"], folder.Noted().Trim().Split('\n').Order());
    }

    [Fact]
    public void What_is_left_out_on_one_side_is_left_out_on_the_other()
    {
        var folder = hooks.Folder("@{ IncludeObject = { param($o) -not ($o.Side -eq 'Model' -and $o.Name -in 'Suppliers', 'Price') } }");
        var first = folder.Run($"New-DbMigration first -RevisionId aaa1 -Head two2 {WarehouseTarget.Argument}").MustSucceed();
        Assert.DoesNotContain("Suppliers", string.Join("\n", ((System.Collections.IEnumerable)first.Output[0].Properties["Operations"].Value).Cast<object>().Select(o => o.ToString()).Where(o => o!.StartsWith("CreateTable"))));

        System.IO.File.WriteAllText(folder.HooksPath, "@{ }");
        folder.Run($"New-DbMigration rest -RevisionId bbb2 {WarehouseTarget.Argument} -Fill @{{ 'Products.Price' = 0 }}").MustSucceed();
        System.IO.File.WriteAllText(folder.HooksPath, "@{ IncludeObject = { param($o) -not ($o.Side -eq 'Model' -and $o.Name -in 'Suppliers', 'Price') } }");

        Assert.Empty(folder.Run($"New-DbMigration nothing {WarehouseTarget.Argument}").MustSucceed().Output);
    }

    [Theory]
    [InlineData("", "returned nothing for the Table one1")]
    [InlineData("'yes'", "returned 'yes' for the Table one1")]
    [InlineData("$true; $true", "returned 2 objects for the Table one1")]
    [InlineData("throw 'boom'", "boom")]
    public void Anything_but_true_or_false_is_refused(string body, string message)
    {
        var folder = hooks.Folder($"@{{ IncludeObject = {{ {body} }} }}");
        folder.OnDatabase("Update-Database").MustSucceed();

        var error = folder.OnDatabase(Drift).MustFail(body.StartsWith("throw") ? "HookFailed" : "HooksInvalid").ToString();

        Assert.Contains(message, error);
        Assert.Contains(folder.HooksPath, error);
    }
}
