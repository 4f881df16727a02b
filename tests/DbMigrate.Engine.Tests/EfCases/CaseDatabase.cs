using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>A real database that cases run on.</summary>
internal abstract class CaseDatabase
{
    public abstract Databases Kind { get; }

    public abstract ProviderTraits Traits { get; }

    /// <summary>Runs operations as a revision does: all or nothing.</summary>
    public abstract void Apply(IReadOnlyList<MigrationOperation> operations);

    /// <summary>What differs between a schema and the database.</summary>
    public abstract IReadOnlyList<SchemaDifference> Differences(SchemaState expected);

    public abstract void Execute(string sql);

    public abstract IReadOnlyList<string> Query(string sql);

    /// <summary>An expression for all that a column says, as text.</summary>
    public abstract string Shown(string column);

    /// <summary>Runs statements while foreign keys are not looked at: rows may refer to each other in circles.</summary>
    public abstract void Unchecked(IEnumerable<string> statements);

    /// <summary>What a model asks for on this database.</summary>
    public SchemaState Desired(Action<ModelBuilder> model)
    {
        using var context = Context(model);
        return DesiredSchema.Read(context, Traits);
    }

    public static string Quote(ObjectName name) => name.Schema is null ? SqlText.Quote(name.Name) : SqlText.Quote(name.Schema) + "." + SqlText.Quote(name.Name);

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(SqlText.Quote));

    protected abstract DbContext Context(Action<ModelBuilder> model);
}
