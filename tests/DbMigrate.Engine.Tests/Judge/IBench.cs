using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A database in which one of the two sides works.</summary>
internal interface IBench : IDisposable
{
    /// <summary>What our side must know of the provider.</summary>
    ProviderTraits Traits { get; }

    /// <summary>What the database has.</summary>
    SchemaState State { get; }

    /// <summary>A fresh context with a model.</summary>
    DbContext Context(Action<ModelBuilder> model);

    /// <summary>Drops all that is there.</summary>
    void Clear();

    void Execute(string sql);

    /// <summary>Runs a statement while nobody looks at foreign keys.</summary>
    void ExecuteUnchecked(string sql);

    /// <summary>Applies our operations as a revision would.</summary>
    void Apply(IReadOnlyList<MigrationOperation> operations);

    /// <summary>A table's rows: their values as literals, in the order of the columns' names, with the unit separator between them.</summary>
    IReadOnlyList<string> Rows(Table table);

    /// <summary>A value of a store type that a number stands for; null where the bench knows none.</summary>
    string? Literal(string storeType, int number);
}
