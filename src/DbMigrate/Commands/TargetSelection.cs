using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>What one place (parameters, environment, settings) says of the target.</summary>
/// <param name="Project">Full path, or empty.</param>
/// <param name="Assembly">Full path, or empty.</param>
/// <param name="Provider">Name or path, or empty.</param>
internal sealed record TargetSelection(string Project, string Assembly, string Provider)
{
    private int Count => (Project.Length > 0 ? 1 : 0) + (Assembly.Length > 0 ? 1 : 0) + (Provider.Length > 0 ? 1 : 0);

    /// <summary>The first place that names a target decides; what later places say does not matter. Null where none does.</summary>
    public static TargetSelection? First(params TargetSelection[] places)
    {
        var chosen = places.FirstOrDefault(p => p.Count > 0);
        return chosen is null or { Count: 1 }
            ? chosen
            : throw ErrorCatalogue.TargetAmbiguous.Error($"There are {chosen.Count} targets where one is needed: {string.Join(", ", chosen.Names())}.");
    }

    private string[] Names() => [.. new[] { Project, Assembly, Provider }.Where(name => name.Length > 0)];
}
