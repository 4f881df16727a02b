using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Says whether model, scripts and database agree; the reasons go to the verbose stream.</summary>
[Cmdlet(VerbsDiagnostic.Test, "DbMigration")]
[OutputType(typeof(bool))]
public sealed class TestDbMigrationCommand : DatabaseCommand
{
    /// <summary>The database must be at the heads too, by scripts that have not changed since.</summary>
    [Parameter]
    public SwitchParameter Applied { get; set; }

    /// <summary>The database's schema must be what its scripts say, too.</summary>
    [Parameter]
    public SwitchParameter Drift { get; set; }

    private protected override void End()
    {
        var hasModel = Target.Provider.Length == 0;
        if (!hasModel && !Applied && !Drift)
            throw ErrorCatalogue.TargetNotFound.Error("Without a target there is no model to compare with the scripts.", action: "Pass -Project or -Assembly, or -Applied or -Drift to look at the database only.");

        bool? isOk = null;
        ForEachDatabase(database => isOk = Check(database, hasModel) && isOk != false);
        if (isOk is not null)
            WriteObject(isOk);
    }

    private bool Check(DatabaseMessage database, bool hasModel)
    {
        var result = Call<CheckResult>(Methods.Check, new CheckRequest
        {
            Folder = FolderMessage(),
            Database = database,
            Model = hasModel,
            Applied = Applied,
            Drift = Drift,
        });
        foreach (var reason in result.Reasons)
            WriteVerbose(database.Database.Length > 0 ? $"Database '{database.Database}': {reason}" : reason);
        return result.IsOk;
    }
}
