using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CsCheck;
using DbMigrate.Engine.Hooks.Operations;
using DbMigrate.Engine.Tests.Scripting;
using DbMigrate.Protocol;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Hooks;

/// <summary>Operations as objects that a hook gets, and back.</summary>
public sealed class OperationFormTests
{
    private const int Cases = 1000;

    private readonly OperationForms _forms = new();

    [Fact]
    public void Operations_of_every_kind_come_back_as_they_were()
    {
        var drawn = OperationGenerators.Any.Array[Cases].Single();
        Assert.Empty(OperationKinds.All.Except(drawn.Select(o => o.GetType())));

        foreach (var operation in drawn)
        {
            operation.IsDestructiveChange = operation is DropTableOperation;
            var back = Assert.Single(RoundTrip([operation]));
            Assert.Equal(Text(operation), Text(back));
        }
    }

    [Fact]
    public void Values_at_the_edges_come_back_as_they_were()
    {
        MigrationOperation[] operations =
        [
            .. Values.Edges.Select((value, i) => new AddColumnOperation { Name = "C" + i, Table = "T", ClrType = value.GetType(), DefaultValue = value }),
            .. Values.Edges.Select((value, i) => new InsertDataOperation { Table = "T", Columns = ["C" + i], Values = new[,] { { value } } }),
        ];

        Assert.Equal(OperationText.Of(operations), OperationText.Of(RoundTrip(operations)));
    }

    [Fact]
    public void What_a_person_writes_may_leave_out_and_be_close()
    {
        var column = (AddColumnOperation)Read(
            ("Kind", Scalar("addcolumn")), ("table", Scalar("T")), ("Name", Scalar("C")), ("ClrType", Scalar("System.Int64")), ("DefaultValue", Number("5")), ("IsNullable", Flag("true")), ("MaxLength", Number("7")));
        var key = (AddPrimaryKeyOperation)Read(("Kind", Scalar("AddPrimaryKey")), ("Table", Scalar("T")), ("Columns", Scalar("Id")));
        var foreign = (AddForeignKeyOperation)Read(("Kind", Scalar("AddForeignKey")), ("OnDelete", Scalar("cascade")));

        Assert.Equal((5L, true, 7, "T"), (column.DefaultValue, column.IsNullable, column.MaxLength, column.Table));
        Assert.Equal(["Id"], key.Columns);
        Assert.Equal(ReferentialAction.Cascade, foreign.OnDelete);
    }

    [Theory]
    [InlineData("Kind", "CreateView", "operation 1 of Up: there is no operation of the kind 'CreateView'; there are AddCheckConstraint, AddColumn,")]
    [InlineData("Tabel", "x", "operation 1 of Up: AddColumn has no property 'Tabel'; it has ClrType,")]
    [InlineData("MaxLength", "many", "operation 1 of Up: MaxLength: 'many' is no Int32")]
    [InlineData("ClrType", "No.Such", "operation 1 of Up: ClrType: there is no type 'No.Such'")]
    [InlineData("IsNullable", null, "operation 1 of Up: IsNullable: it cannot be null")]
    public void What_is_no_operation_is_named_with_its_place(string property, string? value, string message)
    {
        List<(string, PlainValue)> members = [(property, value is null ? new PlainValue() : Scalar(value))];
        if (property != "Kind")
            members.Insert(0, ("Kind", Scalar("AddColumn")));

        Assert.StartsWith(message, Assert.Throws<PlainFormException>(() => Read([.. members])).Message);
    }

    [Fact]
    public void What_has_no_kind_or_is_no_object_is_refused()
    {
        Assert.Equal("operation 1 of Up: it has no Kind", Assert.Throws<PlainFormException>(() => Read(("Name", Scalar("x")))).Message);
        Assert.Equal("operation 1 of Down: it is no object", Assert.Throws<PlainFormException>(() => _forms.Read([Scalar("x")], "Down")).Message);
    }

    private MigrationOperation Read(params (string Name, PlainValue Value)[] members)
        => _forms.Read([new PlainValue { Type = PlainValue.Map, Members = [.. members.Select(m => new PlainMember { Name = m.Name, Value = m.Value })] }], "Up")[0];

    private IReadOnlyList<MigrationOperation> RoundTrip(IEnumerable<MigrationOperation> operations)
        => _forms.Read(JsonSerializer.Deserialize<PlainValue[]>(JsonSerializer.Serialize(_forms.Write(operations)))!, "Up");

    private static string Text(MigrationOperation operation) => $"{OperationText.Of(operation)} {operation.IsDestructiveChange}";

    private static PlainValue Scalar(string text) => new() { Type = "System.String", Text = text };

    private static PlainValue Number(string text) => new() { Type = "System.Int32", Text = text };

    private static PlainValue Flag(string text) => new() { Type = "System.Boolean", Text = text };
}
