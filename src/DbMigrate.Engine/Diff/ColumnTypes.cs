using System;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>CLR types of columns.</summary>
internal sealed class ColumnTypes(ProviderTraits traits)
{
    /// <summary>The provider's CLR type of a column's values, never <c>Nullable</c>; text where nothing is known.</summary>
    public Type Clr(Column column)
    {
        var type = column.Hints.ClrType ?? traits.ClrType(column.StoreType) ?? typeof(string);
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    /// <summary>What is asked of a column that rows need a value in.</summary>
    public OpenFill Open(ColumnName name, Column column)
    {
        var type = Clr(column);
        var example = type == typeof(bool) ? "$false" : type.IsPrimitive && type != typeof(char) || type == typeof(decimal) ? "0" : "'…'";
        return new(name.ToString(), $"{FactText.Of(column)}, {type.Name}", example);
    }

    /// <summary>The value that stands for nothing in a column.</summary>
    public object EmptyValue(Column column, SchemaState state) => traits.EmptyValue(column.StoreType, Clr(column), state) ?? FillValue.DefaultOf(Clr(column));
}
