using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>What a new revision is made from: the model and the scripts, unless one of these is chosen.</summary>
/// <param name="Empty">Nothing: a person fills it.</param>
/// <param name="FromDatabase">The model and a live database.</param>
/// <param name="Baseline">A live database alone.</param>
internal sealed record RevisionSource(bool Empty, bool FromDatabase, bool Baseline)
{
    /// <summary>Whether a database is opened.</summary>
    public bool ReadsDatabase => FromDatabase || Baseline;

    /// <exception cref="DbMigrateException"><c>ParametersConflict</c>.</exception>
    public void RequireOne()
    {
        var chosen = new[] { (Empty, "-Empty"), (FromDatabase, "-FromDatabase"), (Baseline, "-Baseline") }.Where(c => c.Item1).Select(c => c.Item2).ToList();
        if (chosen.Count > 1)
            throw ErrorCatalogue.ParametersConflict.Error($"{string.Join(" and ", chosen)} exclude each other: a revision has one source.");
    }

    /// <summary>Refuses decisions where no model is compared.</summary>
    /// <param name="decisions">The parameters given that decide something.</param>
    /// <exception cref="DbMigrateException"><c>ParametersConflict</c>.</exception>
    public void RequireUse(IReadOnlyList<string> decisions)
    {
        if ((Empty || Baseline) && decisions.Count > 0)
            throw ErrorCatalogue.ParametersConflict.Error($"{(Empty ? "-Empty" : "-Baseline")} compares no model, so that {string.Join(" and ", decisions)} would decide nothing.");
    }

    /// <summary>Why no revision was written.</summary>
    public string Nothing(bool isEmptiedByHook)
    {
        if (isEmptiedByHook)
            return "The hook Generated left nothing to do, and no revision was written.";
        return Baseline
            ? "The database has nothing that a first revision could hold, and no revision was written."
            : $"The model is what the scripts say{(FromDatabase ? " and the database has" : "")}: nothing changed, and no revision was written.";
    }

    /// <summary>What somebody must know who made a revision from it; null for nothing.</summary>
    public string? Hint(string revision) => Baseline
        ? $"The database has all this already. Record that there: Set-DbMigrationStamp {revision}. Update-Database is for databases that do not have it."
        : null;
}
