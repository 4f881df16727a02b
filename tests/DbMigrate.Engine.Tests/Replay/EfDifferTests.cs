using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

/// <summary>EF's own operations between two models, replayed on the first, give the second.</summary>
public sealed class EfDifferTests
{
    public static TheoryData<string> Names => [.. EfDifferCases.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_follows_EF(string name) => Follows(EfDifferCases.All[name].Before, EfDifferCases.All[name].After);

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_follows_EF_back(string name) => Follows(EfDifferCases.All[name].After, EfDifferCases.All[name].Before);

    private static void Follows(Action<ModelBuilder> before, Action<ModelBuilder> after)
    {
        var (from, to) = (ModelContext.Desired(before), ModelContext.Desired(after));
        var operations = Operations(before, after);
        MarkFills(operations, to);

        Assert.Empty(SchemaComparer.Compare(to, new Replayer(ModelContext.Traits()).Apply(from, operations), seeds: true));
    }

    private static IReadOnlyList<MigrationOperation> Operations(Action<ModelBuilder> before, Action<ModelBuilder> after)
    {
        using var source = new ModelContext(before);
        using var target = new ModelContext(after);
        return target.GetService<IMigrationsModelDiffer>().GetDifferences(Model(source), Model(target));
    }

    private static IRelationalModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    // EF writes the values that fill required columns as defaults; our own scripts mark them.
    private static void MarkFills(IEnumerable<MigrationOperation> operations, SchemaState to)
    {
        foreach (var operation in operations.OfType<ColumnOperation>().Where(o => o.DefaultValue is not null))
        {
            if (to.Tables[operation.Table].FindColumn(operation.Name)?.DefaultSql is null)
                operation.AddAnnotation(OperationAnnotations.Fill, true);
        }
    }
}
