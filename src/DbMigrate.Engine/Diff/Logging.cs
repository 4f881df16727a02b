using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Whether PostgreSQL logs a table's changes. A logged table cannot refer to one that is not, at no time.</summary>
internal static class Logging
{
    private const string Unlogged = "Npgsql:UnloggedTable";

    /// <summary>Whether a table that was logged is so no longer.</summary>
    public static bool Ends(TablePair pair) => pair.Old.Annotations[Unlogged] is null && pair.New.Annotations[Unlogged] is not null;

    /// <summary>
    /// Whether a foreign key is in the way of two tables that become logged, or unlogged, together: no order is right for
    /// those that refer to each other.
    /// </summary>
    public static bool Cuts(TablePair pair, ForeignKey key, SchemaMatch match)
        => Changes(pair) && match.ByOld(key.PrincipalTable) is { } principal && Changes(principal)
            && match.ToOrder.PointsForward(pair.New.Name, key with { PrincipalTable = principal.New.Name });

    /// <summary>Whether an operation changes that.</summary>
    public static bool Changes(AlterTableOperation operation) => operation[Unlogged] is null != operation.OldTable[Unlogged] is null;

    private static bool Changes(TablePair pair) => pair.Old.Annotations[Unlogged] is null != pair.New.Annotations[Unlogged] is null;
}
