using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>In which ways a model maps classes to tables.</summary>
internal static class ModelFacts
{
    public static IReadOnlyList<string> Everything { get; } = ["excluded", "shared", "split", "owned", "JSON", "complex", "TPH", "TPT", "TPC", "self-referencing", "composite foreign key", "cyclic"];

    public static IEnumerable<string> Of(IRelationalModel model)
    {
        var types = model.Model.GetEntityTypes().ToList();
        var keys = model.Tables.SelectMany(t => t.ForeignKeyConstraints).ToList();
        return new (bool IsThere, string Name)[]
        {
            (model.Tables.Any(t => t.IsExcludedFromMigrations), "excluded"),
            (model.Tables.Any(t => t.EntityTypeMappings.Count(m => !((IEntityType)m.TypeBase).IsOwned()) > 1 && t.EntityTypeMappings.All(m => m.TypeBase is IEntityType { BaseType: null } e && !e.GetDirectlyDerivedTypes().Any())), "shared"),
            (types.Any(t => t is { BaseType: null } && t.GetTableMappings().Count() > 1 && !t.GetDirectlyDerivedTypes().Any()), "split"),
            (types.Any(t => t.IsOwned()), "owned"),
            (types.Any(t => t.IsMappedToJson()), "JSON"),
            (types.Any(t => t.GetComplexProperties().Any()), "complex"),
            (Strategy(types, RelationalAnnotationNames.TphMappingStrategy), "TPH"),
            (Strategy(types, RelationalAnnotationNames.TptMappingStrategy), "TPT"),
            (Strategy(types, RelationalAnnotationNames.TpcMappingStrategy), "TPC"),
            (keys.Any(k => k.Table == k.PrincipalTable), "self-referencing"),
            (keys.Any(k => k.Columns.Count > 1), "composite foreign key"),
            (keys.Any(k => keys.Any(o => o.Table == k.PrincipalTable && o.PrincipalTable == k.Table && k.Table != o.Table)), "cyclic"),
        }.Where(f => f.IsThere).Select(f => f.Name);
    }

    private static bool Strategy(List<IEntityType> types, string strategy) => types.Any(t => t.BaseType is not null && t.GetRootType().GetMappingStrategy() == strategy);
}
