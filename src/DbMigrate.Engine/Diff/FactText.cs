using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What people are told of something that they decide about.</summary>
internal static class FactText
{
    private const int MostColumns = 8;

    /// <summary>For example <c>TEXT, required</c>.</summary>
    public static string Of(Column column)
        => column.StoreType + (column.ComputedSql is not null ? ", computed" : column.IsNullable ? ", optional" : ", required");

    /// <summary>For example <c>columns Id, Name</c>.</summary>
    public static string Of(Table table)
        => "columns " + string.Join(", ", table.Columns.Take(MostColumns).Select(c => c.Name)) + (table.Columns.Count > MostColumns ? $" and {table.Columns.Count - MostColumns} more" : "");

    /// <summary>For example <c>Int64</c>.</summary>
    public static string Of(Sequence sequence) => sequence.ClrType.Name;

    /// <summary>For example <c>Int32</c>, or <c>List&lt;Int32&gt;</c>.</summary>
    public static string Of(Type type)
        => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : type.Name;
}
