using System;
using System.Collections;
using System.Management.Automation;
using DbMigrate.Hooks;
using DbMigrate.Protocol;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Plain forms as PowerShell's objects, and back.</summary>
public sealed class PlainObjectTests
{
    public static TheoryData<string, string, Type> Scalars => new()
    {
        { "System.String", "it's \"ä\"\n🦊", typeof(string) },
        { "System.String", "", typeof(string) },
        { "System.Char", "ß", typeof(char) },
        { "System.Boolean", "true", typeof(bool) },
        { "System.Byte", "255", typeof(byte) },
        { "System.SByte", "-128", typeof(sbyte) },
        { "System.Int16", "-32768", typeof(short) },
        { "System.UInt16", "65535", typeof(ushort) },
        { "System.Int32", "-2147483648", typeof(int) },
        { "System.UInt32", "4294967295", typeof(uint) },
        { "System.Int64", "-9223372036854775808", typeof(long) },
        { "System.UInt64", "18446744073709551615", typeof(ulong) },
        { "System.Decimal", "1.00", typeof(decimal) },
        { "System.Single", "0.1", typeof(float) },
        { "System.Double", "-Infinity", typeof(double) },
        { "System.DateTime", "2026-11-22T14:03:00.0000001Z", typeof(DateTime) },
        { "System.DateTime", "2026-11-22T14:03:00.0000000", typeof(DateTime) },
        { "System.DateTimeOffset", "2026-11-22T14:03:00.0000000-05:30", typeof(DateTimeOffset) },
        { "System.TimeSpan", "-1.02:03:04.0000005", typeof(TimeSpan) },
        { "System.Guid", "0f8fad5b-d9cb-469f-a165-70867728950e", typeof(Guid) },
        { "System.Byte[]", "AP8=", typeof(byte[]) },
        { "System.DateOnly", "2026-11-22", typeof(PSCustomObject) },
        { "Their.Color, Their.Assembly", "Red", typeof(PSCustomObject) },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_value_is_one_of_PowerShell_where_it_has_the_type_and_comes_back_as_it_was(string type, string text, Type expected)
    {
        var form = new PlainValue { Type = type, Text = text };

        var value = PlainObjects.Read(form);

        Assert.Equal(expected, (value is PSObject item ? item.BaseObject : value)!.GetType());
        Same(form, value);
    }

    [Fact]
    public void Lists_objects_and_maps_come_back_as_they_were()
    {
        var number = new PlainValue { Type = "System.Int32", Text = "5" };
        PlainMember[] members = [new PlainMember { Name = "a", Value = number }, new PlainMember { Name = "Sqlite:Autoincrement", Value = new PlainValue() }];

        var array = PlainObjects.Read(new PlainValue { Type = "System.Int32[]", Items = [number, number] });
        Assert.Equal([5, 5], Assert.IsType<int[]>(array));
        Same(new PlainValue { Type = "System.Int32[]", Items = [number, number] }, array);
        Same(new PlainValue { Type = PlainValue.List, Items = [number, new PlainValue()] });
        Same(new PlainValue { Type = PlainValue.List });
        Same(new PlainValue { Type = PlainValue.Object, Members = members });
        Same(new PlainValue { Type = PlainValue.Map, Members = [members[0]] });
        Same(new PlainValue { Type = "System.Collections.Generic.List`1[[System.Int32]]", Items = [number] });
    }

    [Fact]
    public void Names_in_a_map_differ_by_case()
    {
        var table = Assert.IsType<Hashtable>(PlainObjects.Read(new PlainValue { Type = PlainValue.Map, Members = [new PlainMember { Name = "a" }, new PlainMember { Name = "A" }] }));

        Assert.Equal(2, table.Count);
    }

    [Fact]
    public void What_people_write_is_taken_for_what_it_is()
    {
        Assert.Equal(PlainValue.Map, PlainObjects.Write(new Hashtable { ["Kind"] = "Sql" }).Type);
        Assert.Equal("Monday", PlainObjects.Write(DayOfWeek.Monday).Text);
        Assert.Equal("System.Int32", PlainObjects.Write(PSObject.AsPSObject(5)).Type);
        Assert.Equal(PlainValue.List, PlainObjects.Write(new ArrayList { 1 }).Type);
        Assert.Throws<FormatException>(() => PlainObjects.Write(new Version(1, 0)));
    }

    private static void Same(PlainValue form) => Same(form, PlainObjects.Read(form));

    private static void Same(PlainValue form, object? value) => Assert.Equal(JsonText.Write(form), JsonText.Write(PlainObjects.Write(value)));
}
