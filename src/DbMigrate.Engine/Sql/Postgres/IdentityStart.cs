using System;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// The start of a column's numbering. The provider would begin again there, in the midst of rows, and leave the start
/// itself as it was.
/// </summary>
internal static class IdentityStart
{
    private const string Usual = "'', '1', '', '', 'False', '1'";

    /// <summary>The new start; null where it stays. The provider is made to see no difference.</summary>
    /// <param name="alter">A copy of the operation.</param>
    public static string? Take(AlterColumnOperation alter)
    {
        if (!IsIdentity(alter) || !IsIdentity(alter.OldColumn))
            return null;
        var (before, start) = (IdentityOptions.Start(alter.OldColumn), IdentityOptions.Start(alter));
        var (old, now) = (Read(alter.OldColumn), Read(alter));
        old[0] = now[0];
        alter.OldColumn[IdentityOptions.Annotation] = string.Join(", ", old);
        alter[IdentityOptions.Annotation] = string.Join(", ", now);
        return before == start ? null : start?.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsIdentity(IReadOnlyAnnotatable column)
        => column.FindAnnotation(DataText.StrategyAnnotation)?.Value?.ToString()?.StartsWith("Identity", StringComparison.Ordinal) == true;

    private static string[] Read(IReadOnlyAnnotatable column)
        => (column.FindAnnotation(IdentityOptions.Annotation)?.Value as string ?? Usual).Split(", ") is { Length: 6 } parts ? parts : Usual.Split(", ");
}
