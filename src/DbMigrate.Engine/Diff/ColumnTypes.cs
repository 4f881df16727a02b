using System;
using System.Linq;
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

    /// <summary>
    /// A value as the column's type takes it. A moment on which nobody set a time zone is meant in UTC where the type has
    /// zones, and one in UTC is written as it reads where the type has none.
    /// </summary>
    /// <param name="value">A value in the column's CLR type.</param>
    /// <param name="column">The column.</param>
    public object Fitting(object value, Column column)
    {
        if (value is not DateTime moment)
            return value;
        var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc);
        DateTime[] kinds = [moment, utc, DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)];
        return kinds.Cast<DateTime?>().FirstOrDefault(m => IsWritten(m!.Value, column.StoreType)) ?? moment;
    }

    /// <summary>What is asked of a column that rows need a value in.</summary>
    public OpenFill Open(string name, Column column)
    {
        var type = Clr(column);
        var example = type == typeof(bool) ? "$false" : type.IsPrimitive && type != typeof(char) || type == typeof(decimal) ? "0" : "'…'";
        return new(name, $"{FactText.Of(column)}, {FactText.Of(type)}", example);
    }

    /// <summary>The value that stands for nothing in a column.</summary>
    public object EmptyValue(Column column, SchemaState state) => traits.EmptyValue(column.StoreType, Clr(column), state) ?? FillValue.DefaultOf(Clr(column));

    private bool IsWritten(DateTime moment, string storeType)
    {
        try
        {
            return traits.Literal(moment, storeType).Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException)
        {
            return false;
        }
    }
}
