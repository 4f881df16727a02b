using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators.Postgres;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>What a database writes in its own way, so that one generator serves all of them.</summary>
internal abstract class Dialect
{
    /// <summary>The types of columns.</summary>
    public abstract IReadOnlyList<ColumnKind> Kinds { get; }

    /// <summary>The types that columns go to, with what becomes of a value.</summary>
    public abstract IReadOnlyList<(ColumnKind From, ColumnKind To, Func<object, object> Convert)> Conversions { get; }

    /// <summary>A collation that is not the usual one.</summary>
    public abstract string Collation { get; }

    /// <summary>Whether computed columns may be computed when they are read, and read each other.</summary>
    public abstract bool HasVirtualColumns { get; }

    /// <summary>Whether conditions and expressions hold for a column of any type.</summary>
    public virtual bool ConvertsConditions => true;

    /// <summary>A condition that always holds.</summary>
    public abstract string True { get; }

    /// <summary>The name of a new table.</summary>
    public virtual ObjectName TableName(Draw draw, string name) => name;

    /// <summary>The facets of a key that numbers its rows.</summary>
    public abstract AnnotationSet Numbering(Draw draw);

    /// <summary>The column with facets of the database's own.</summary>
    public virtual Column Adorn(Draw draw, Column column) => column;

    /// <summary>The index with facets of the database's own.</summary>
    public virtual Schema.Index Adorn(Draw draw, Table table, Schema.Index index) => index;

    /// <summary>The table with facets of the database's own.</summary>
    public virtual Table Adorn(Draw draw, Table table) => table;

    /// <summary>The foreign key with facets of the database's own.</summary>
    public virtual ForeignKey Adorn(Draw draw, ForeignKey key) => key;

    /// <summary>Whether a column with own values may become the key of rows that are there.</summary>
    public virtual bool CanBeKey(Column column) => ColumnKind.SortOf(column) == ValueSort.Text;

    /// <summary>How many changes a pair has at most.</summary>
    public virtual int MostChanges => 10;

    /// <summary>Whether a foreign key may lead from one table to another.</summary>
    public virtual bool CanRefer(Table table, Table principal) => true;

    /// <summary>The schema with objects of the database's own.</summary>
    public virtual SchemaState Begin(Draw draw, SchemaState state) => state;

    /// <summary>Takes objects of the database's own to the second schema of a pair.</summary>
    public virtual void Finish(Draw draw, PairBuilder pair)
    {
    }

    /// <summary>The schema with what its tables need.</summary>
    public virtual SchemaState Complete(SchemaState state) => state;

    /// <summary>Changes that this database alone knows.</summary>
    public virtual IEnumerable<Func<PairBuilder, Table, string?>> Edits(SchemaGenerators parts) => [];

    /// <summary>Whether names of keys are names of indexes, of which there is each once.</summary>
    public virtual bool KeysAreIndexes => false;

    public ColumnKind Kind(Type type) => Kinds.First(k => k.ClrType == type);

    public static Dialect Of(ProviderTraits traits) => traits.HasSchemas ? PostgresDialect.Instance : SqliteDialect.Instance;
}
