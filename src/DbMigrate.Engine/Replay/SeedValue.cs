using System;
using System.Globalization;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Replay;

/// <summary>Brings seeded values into one form.</summary>
internal static class SeedValue
{
    /// <summary>The value in its column's own type, so that <c>1</c> in a script by hand is the model's <c>1L</c>.</summary>
    public static object? Plain(object? value, Column column)
    {
        value = value switch
        {
            DBNull => null,
            Enum e => Convert.ChangeType(e, Enum.GetUnderlyingType(e.GetType()), CultureInfo.InvariantCulture),
            _ => value,
        };
        var type = column.Hints.ClrType;
        return IsNumber(value?.GetType()) && IsNumber(type) && value!.GetType() != type ? ToType(value, type!) : value;

        static object ToType(object number, Type to)
        {
            try
            {
                return Convert.ChangeType(number, to, CultureInfo.InvariantCulture);
            }
            catch (OverflowException)
            {
                return number;
            }
        }
    }

    /// <summary>Whether a row that leaves the column out has this value.</summary>
    public static bool IsDefault(ProviderTraits traits, object? value, Column column)
        => value is null ? column.DefaultSql is null : column.DefaultSql is { } sql && SqlText.Normalize(traits.Literal(value, column.StoreType)) == sql;

    private static bool IsNumber(Type? type)
        => type is not null && !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
