using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Diff;

/// <summary>Provider facets on operations.</summary>
internal static class AnnotationExtensions
{
    /// <summary>Adds the facets.</summary>
    public static void Annotate(this AnnotatableBase operation, AnnotationSet annotations)
    {
        foreach (var (name, value) in annotations.Items)
            operation.AddAnnotation(name, value);
    }
}
