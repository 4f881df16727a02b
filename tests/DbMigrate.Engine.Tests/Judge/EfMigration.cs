using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>EF's own way from one model to another. Differ and generator of a context are used once: both keep state.</summary>
internal static class EfMigration
{
    /// <summary>The operations that EF's differ finds, and those that remain as they were found: generating changes some.</summary>
    /// <param name="from">A context with the model before; null for nothing.</param>
    /// <param name="to">A fresh context with the model after.</param>
    public static IReadOnlyList<MigrationOperation> Operations(DbContext? from, DbContext to)
        => to.GetService<IMigrationsModelDiffer>().GetDifferences(from is null ? null : Model(from), Model(to));

    /// <summary>The statements that EF's generator writes for them.</summary>
    public static IReadOnlyList<string> Sql(IReadOnlyList<MigrationOperation> operations, DbContext to)
        => [.. to.GetService<IMigrationsSqlGenerator>().Generate(operations, to.GetService<IDesignTimeModel>().Model).Select(c => c.CommandText)];

    public static IRelationalModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
}
