using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Storage parameters as the provider writes them in annotations.</summary>
internal static class StorageParameters
{
    private const string Prefix = "Npgsql:StorageParameter:";

    /// <summary>The annotations.</summary>
    /// <param name="options">Entries <c>name=value</c>.</param>
    public static AnnotationSet Read(string[] options)
        => options.Select(o => o.Split('=', 2)).Aggregate(AnnotationSet.Empty, (set, o) => set.With(Prefix + o[0], Value(o[1])));

    private static object Value(string text)
        => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : bool.TryParse(text, out var flag) ? flag
            : text;
}
