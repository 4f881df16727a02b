using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>The order of a list's elements, which EF Core reads from rows of a table in any.</summary>
internal static class ElementOrder
{
    /// <summary>The elements in the order of their key, or of their list in JSON.</summary>
    public static IEnumerable<T> InOrder<T>(this DbContext context, IEnumerable<T> elements)
        where T : class
        => elements.OrderBy(e => context.Entry(e).Metadata.FindProperty("Id") is { } id ? (int)context.Entry(e).CurrentValues[id]! : 0);
}
