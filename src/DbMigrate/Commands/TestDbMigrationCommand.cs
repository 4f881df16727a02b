using System.Management.Automation;

namespace DbMigrate.Commands;

/// <summary>Says whether model, scripts and database agree; the reasons go to the verbose stream.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DbMigration")]
[OutputType(typeof(bool))]
public sealed class TestDbMigrationCommand : CheckCommand
{
    private protected override void End()
    {
        var isOk = Check();
        foreach (var reason in Reasons)
            WriteVerbose(reason);
        foreach (var difference in Differences)
            WriteVerbose(difference.ToString());
        if (isOk is not null)
            WriteObject(isOk);
    }
}
