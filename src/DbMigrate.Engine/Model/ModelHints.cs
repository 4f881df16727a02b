using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>Names of the model behind tables and columns, which tell a rename from a drop and an addition.</summary>
internal static class ModelHints
{
    public static Table Complete(Table table, ITable modelTable)
    {
        var json = ModelJson.Of(modelTable);
        var properties = modelTable.Columns.ToDictionary(c => c.Name, c => json.TryGetValue(c.Name, out var parts) ? Other(c.Name, ModelJson.Path(parts).Split('.')) : Property(c), StringComparer.Ordinal);
        var presence = modelTable.Columns.Select(c => (c.Name, Columns: ModelOwned.Presence(c))).Where(c => c.Columns is not null).ToDictionary(c => c.Name, c => c.Columns, StringComparer.Ordinal);
        var earlier = modelTable.Columns.ToDictionary(c => c.Name, EarlierColumns.Of, StringComparer.Ordinal);
        return table with
        {
            Entity = Entity(modelTable),
            Types = ModelTypes.Of(modelTable),
            Presence = ModelOwned.Presence(modelTable),
            Columns = table.Columns.Replace(
                c => properties.GetValueOrDefault(c.Name) is not null || earlier.GetValueOrDefault(c.Name) is not null || json.ContainsKey(c.Name) || presence.ContainsKey(c.Name),
                c => c with { Hints = c.Hints with { Property = properties.GetValueOrDefault(c.Name), Earlier = earlier.GetValueOrDefault(c.Name), Json = json.GetValueOrDefault(c.Name, []), Presence = presence.GetValueOrDefault(c.Name) } }),
        };
    }

    // Types that share a table follow the one that owns it; types of a hierarchy follow their base.
    private static string? Entity(ITable table)
    {
        var mapping = table.EntityTypeMappings.FirstOrDefault(m => m.IsSharedTablePrincipal != false) ?? table.EntityTypeMappings.FirstOrDefault();
        return mapping is null ? null : Entity(mapping.TypeBase);
    }

    /// <summary>An entity type as hints name it.</summary>
    public static string Entity(ITypeBase type) => type.HasSharedClrType ? type.Name : type.ClrType.Name;

    private static string? Property(IColumn column)
    {
        var paths = column.PropertyMappings.Select(m => Steps(m.Property)).ToList();

        return paths.Count == 0 || paths.Any(p => Other(column.Name, p) is null) ? null : Other(column.Name, paths.OrderBy(p => p.Count).First());
    }

    // EF's own name for a column of an owned or complex type joins the path by underscores.
    private static string? Other(string column, IReadOnlyList<string> path) => string.Join('_', path) == column ? null : string.Join('.', path);

    /// <summary>A list with the names of what leads to it, with dots.</summary>
    public static string Path(INavigation list) => string.Join('.', Steps(list.Name, list.DeclaringEntityType));

    /// <summary>A complex property with the names of what leads to it, with dots.</summary>
    public static string Path(IComplexProperty property) => string.Join('.', Steps(property.Name, property.DeclaringType));

    private static List<string> Steps(IProperty property) => Steps(property.Name, property.DeclaringType);

    private static List<string> Steps(string name, ITypeBase declaring)
    {
        var path = new List<string> { name };
        for (ITypeBase? type = declaring; type is not null;)
        {
            if (type is IComplexType complex)
            {
                path.Insert(0, complex.ComplexProperty.Name);
                type = complex.ComplexProperty.DeclaringType;
            }
            else if ((type as IEntityType)?.FindOwnership() is { PrincipalToDependent: { } navigation, IsUnique: true } ownership)
            {
                path.Insert(0, navigation.Name);
                type = ownership.PrincipalEntityType;
            }
            else
            {
                break;
            }
        }

        return path;
    }
}
