using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What the provider writes of an identity column's sequence: start, step, smallest, largest, cycle and cache, each in quotes or empty.</summary>
internal static class IdentityOptions
{
    public const string Annotation = "Npgsql:IdentitySequenceOptions";

    /// <summary>The first value; null where the column is no identity.</summary>
    /// <param name="column">The column.</param>
    public static long? Start(ColumnOperation column)
    {
        if (column.FindAnnotation(DataText.StrategyAnnotation)?.Value?.ToString() is not ("IdentityByDefaultColumn" or "IdentityAlwaysColumn"))
            return null;
        var parts = (column.FindAnnotation(Annotation)?.Value as string)?.Split(',') ?? [];
        return Part(parts, 0) ?? (Part(parts, 1) < 0 ? Part(parts, 3) ?? -1 : Part(parts, 2) ?? 1);
    }

    private static long? Part(string[] parts, int index)
        => index < parts.Length && long.TryParse(parts[index].Trim().Trim('\''), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
