using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>The checks of a table that stays. None can be renamed or altered.</summary>
internal sealed class CheckDiff
{
    private readonly TablePair _pair;
    private readonly ListDiff<Check> _checks;

    /// <summary>Compares the checks.</summary>
    public CheckDiff(TablePair pair)
    {
        _pair = pair;
        _checks = ListDiff<Check>.Of(
            pair.Old.Checks,
            pair.New.Checks,
            c => SqlMentions.Any(c.Sql, pair.DroppedNames) ? null : c with { Sql = pair.Follow(c.Sql)! },
            (b, a) => ListDiff<Check>.SameName(b.Name, a.Name) && b.Sql == a.Sql && b.Annotations.Equals(a.Annotations));
    }

    /// <summary>Drops checks under old names.</summary>
    public void Drop(OperationOrder operations)
    {
        foreach (var check in _checks.Dropped)
            operations.Add(Stage.Drop, ConstraintOperations.DropCheck(_pair.Old.Name, check));
    }

    /// <summary>Adds checks under new names.</summary>
    public void Add(OperationOrder operations)
    {
        foreach (var check in _checks.Added)
            operations.Add(Stage.Constrain, ConstraintOperations.AddCheck(_pair.New.Name, check));
    }
}
