using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>One statement that copies rows between tables that are both there.</summary>
/// <param name="Into">The table that changes.</param>
internal abstract record RowCopy(ObjectName Into);

/// <summary>Rows that come.</summary>
/// <param name="Into">The table.</param>
/// <param name="Values">What its columns get.</param>
/// <param name="From">The table that has the rows.</param>
/// <param name="Joins">The tables that have the rest of them.</param>
/// <param name="Filter">Which rows; null for all.</param>
internal sealed record RowInsert(ObjectName Into, EquatableList<CopiedValue> Values, RowSource From, EquatableList<RowSource> Joins, RowFilter? Filter) : RowCopy(Into)
{
    /// <summary>Whether the database insists on numbering the rows itself.</summary>
    public bool IsOverriding { get; init; }

    /// <summary>The columns that refer to the rows of <see cref="From"/>, where JSON has all else; none elsewhere.</summary>
    public EquatableList<string> Owner { get; init; } = [];

    /// <summary>Whether JSON has the values, so that nobody but the model knows those of its own rows.</summary>
    public bool IsFromJson => Owner.Count > 0;

    /// <summary>What is in the rows of <see cref="From"/> and comes as a row each, as SQL to select from; null where the rows themselves come.</summary>
    public string? Elements { get; init; }

    /// <summary>Whether the database insists on numbering the rows of a table itself.</summary>
    public static bool Overrides(Table table)
        => table.PrimaryKey?.Columns.Any(c => table.FindColumn(c)!.Annotations["Npgsql:ValueGenerationStrategy"] is "IdentityAlwaysColumn") == true;
}

/// <summary>Rows that get more values.</summary>
/// <param name="Target">The table and its key.</param>
/// <param name="Values">What columns get.</param>
/// <param name="From">The table that has the values.</param>
internal sealed record RowUpdate(RowSource Target, EquatableList<CopiedValue> Values, RowSource From) : RowCopy(Target.Table);

/// <summary>Rows that get values out of their own columns.</summary>
/// <param name="Into">The table.</param>
/// <param name="Values">What columns get, as SQL.</param>
/// <param name="Filter">Which rows; null for all.</param>
internal sealed record RowFold(ObjectName Into, EquatableList<CopiedValue> Values, RowFilter? Filter) : RowCopy(Into);

/// <summary>Rows that are somewhere else now.</summary>
/// <param name="Target">The table and its key.</param>
/// <param name="Mark">What tells them apart; null where their being in other tables does.</param>
/// <param name="Elsewhere">Those tables.</param>
internal sealed record RowDelete(RowSource Target, MarkFilter? Mark, EquatableList<RowSource> Elsewhere) : RowCopy(Target.Table);

/// <summary>A table with the columns of its key.</summary>
/// <param name="Table">Its name at that moment.</param>
/// <param name="Key">The columns.</param>
internal sealed record RowSource(ObjectName Table, EquatableList<string> Key);

/// <summary>What a column gets.</summary>
/// <param name="Column">The column.</param>
/// <param name="Table">The table that has the value; null where it is SQL.</param>
/// <param name="Value">The column there, or the SQL.</param>
internal sealed record CopiedValue(string Column, ObjectName? Table, string Value)
{
    /// <summary>SQL that takes the place of NULL; null where nothing does.</summary>
    public string? Fill { get; init; }
}

/// <summary>Which rows are copied.</summary>
internal abstract record RowFilter;

/// <summary>Those with one of these values in a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Literals">The values as SQL.</param>
internal sealed record MarkFilter(string Column, EquatableList<string> Literals) : RowFilter;

/// <summary>Those that are in none of these tables.</summary>
/// <param name="Others">The tables.</param>
internal sealed record AbsentFilter(EquatableList<RowSource> Others) : RowFilter;

/// <summary>Those with a value in one of these columns.</summary>
/// <param name="Columns">The columns.</param>
internal sealed record ValueFilter(EquatableList<string> Columns) : RowFilter;

/// <summary>Those that a condition holds for.</summary>
/// <param name="Condition">The condition as SQL.</param>
internal sealed record SqlFilter(string Condition) : RowFilter;
