using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Providers;

/// <summary>What replay, diff and script writing must know of a database, without a connection to one.</summary>
public sealed record ProviderTraits
{
    /// <summary>EF's provider name, for example <c>Microsoft.EntityFrameworkCore.Sqlite</c>.</summary>
    public required string ProviderName { get; init; }

    /// <summary>Whether names have schemas; where not, schemas in operations are ignored.</summary>
    public required bool HasSchemas { get; init; }

    /// <summary>Whether there are sequences; where not, generation fails with <c>NotSupportedByProvider</c>.</summary>
    public required bool HasSequences { get; init; }

    /// <summary>Whether columns can hold enums and arrays, so that the model's values are of its own types.</summary>
    public bool HasEnums { get; init; }

    /// <summary>Whether a database has a collation of its own; where not, the model's is ignored.</summary>
    public bool HasDatabaseCollation { get; init; }

    /// <summary>The schema of names that are given without one; null where names have no schemas.</summary>
    public string? DefaultSchema { get; init; }

    /// <summary>An operation's name as the database knows names.</summary>
    /// <param name="schema">The schema, which may be the default one.</param>
    /// <param name="name">The name.</param>
    public ObjectName NameOf(string? schema, string name) => new(HasSchemas && !string.IsNullOrEmpty(schema) && schema != DefaultSchema ? schema : null, name);

    /// <summary>The SQL literal of a provider value for a store type, from the provider's own type mapping.</summary>
    public required Func<object, string, string> Literal { get; init; }

    /// <summary>The CLR type that the provider's type mapping gives a store type; null where it knows none.</summary>
    public required Func<string, Type?> ClrType { get; init; }

    /// <summary>The store type of a column whose operation names none (scripts written by hand); null where it cannot be told.</summary>
    public Func<ColumnOperation, string?> StoreType { get; init; } = operation => operation.ColumnType;

    /// <summary>The statements in plain SQL that create or drop views, triggers and indexes.</summary>
    internal Func<string, IReadOnlyList<SchemaStatement>> Statements { get; init; } = SchemaStatement.ReadAll;

    /// <summary>How values go into JSON and come out of it; null where nobody knows.</summary>
    internal JsonSql? Json { get; init; }

    /// <summary>The value that stands for nothing in a store type, where it is not that of the CLR type; else null.</summary>
    public Func<string, Type, SchemaState, object?> EmptyValue { get; init; } = (_, _, _) => null;

    /// <summary>Whether a view shows the columns that it showed when it was made, under the names of then.</summary>
    public bool ViewsKeepColumns { get; init; }

    /// <summary>Whether views and triggers have more than their text: an owner, privileges, comments, indexes.</summary>
    public bool HasFactsBesideText { get; init; }

    /// <summary>The statement that drops a trigger.</summary>
    public Func<Trigger, string> DropTrigger { get; init; } = trigger => "DROP TRIGGER " + SqlText.Quote(trigger.Name.Name);

    /// <summary>The statements that take the numbering of a table's rows past those that SQL has copied; none where the database sees to that.</summary>
    public Func<Table, IEnumerable<string>> Numbering { get; init; } = _ => [];

    /// <summary>Names of columns that every table has and no operation adds or drops (PostgreSQL's <c>xmin</c>); a model may map them to read them.</summary>
    public IReadOnlyCollection<string> SystemColumns { get; init; } = [];

    /// <summary>The name that the database keeps of an index or constraint, where that is not the one that it is given.</summary>
    public Func<string, string> KeptName { get; init; } = name => name;

    /// <summary>
    /// The store type whose single primary key column numbers rows by itself (SQLite's <c>INTEGER</c>), so that such a
    /// column can be added to rows without a value; null where there is none.
    /// </summary>
    public string? RowIdType { get; init; }

    /// <summary>Whether a column numbers its rows because it is the single column of the primary key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public bool NumbersRows(Table table, Column column)
        => RowIdType is { } rowId && table.PrimaryKey?.Columns is [var key] && key == column.Name && string.Equals(column.StoreType, rowId, StringComparison.OrdinalIgnoreCase);
}
