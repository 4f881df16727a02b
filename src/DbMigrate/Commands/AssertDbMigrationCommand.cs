using System.Linq;
using System.Management.Automation;
using DbMigrate.Errors;
using DbMigrate.Output;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Fails unless model, scripts and database agree; the error lists what differs.</summary>
[Cmdlet(VerbsLifecycle.Assert, "DbMigration")]
[OutputType(typeof(void))]
public sealed class AssertDbMigrationCommand : CheckCommand
{
    // A build's log is read by people; the error's target has all of them.
    private const int MostListed = 50;

    private protected override void End()
    {
        if (Check() != false)
            return;
        SchemaDifference[] found = [.. Differences];
        var listed = found.Take(MostListed).Select(d => "  " + d);
        if (found.Length > MostListed)
            listed = listed.Append($"  and {found.Length - MostListed} more");
        ThrowTerminatingError(ErrorRecords.From(ErrorCatalogue.AssertionFailed.Error(string.Join("\n", Reasons.Concat(listed)), action: Action(found.Length > 0)), found));
    }

    private string? Action(bool differs) => differs ? null : "Get-DbMigrationStatus shows where the database stands; Update-Database applies what is pending.";
}
