using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that finds out whether model, scripts and database agree.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CheckCommand : DatabaseCommand
{
    private readonly List<string> _reasons = [];
    private readonly List<SchemaDifference> _differences = [];

    /// <summary>The database must be at the heads too, by scripts that have not changed since.</summary>
    [Parameter]
    public SwitchParameter Applied { get; set; }

    /// <summary>The database's schema must be what its scripts say, too.</summary>
    [Parameter]
    public SwitchParameter Drift { get; set; }

    /// <summary>Why the check fails, a sentence each.</summary>
    private protected IReadOnlyList<string> Reasons => _reasons;

    /// <summary>In what schemas differ.</summary>
    private protected IReadOnlyList<SchemaDifference> Differences => _differences;

    /// <summary>Whether everything agrees; null where no database was to be looked at.</summary>
    private protected bool? Check()
    {
        var hasModel = Target.Provider.Length == 0;
        if (!hasModel && !Applied && !Drift)
            throw ErrorCatalogue.TargetNotFound.Error("Without a target there is no model to compare with the scripts.", action: "Pass -Project or -Assembly, or -Applied or -Drift to look at the database only.");

        bool? isOk = null;
        ForEachDatabase(database => isOk = Check(database, hasModel) && isOk != false);
        return isOk;
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
        _reasons.AddRange(result.Reasons.Select(reason => database.Database.Length > 0 ? $"Database '{database.Database}': {reason}" : reason));
        _differences.AddRange(DifferenceObjects.From(result.Differences, database.Database));
        return result.IsOk;
    }
}
