using System.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Write, compile, run: the operations are the same, property by property.</summary>
public sealed class RoundTripTests
{
    private const int Cases = 700;

    [Fact]
    public void Generated_operations_come_back_unchanged()
    {
        var drawn = OperationGenerators.Any.Array[Cases].Single();
        string[] kinds = [.. drawn.Select(o => o.GetType().Name).Distinct()];
        Assert.Empty(OperationKinds.All.Select(t => t.Name).Except(kinds));

        // One compilation for all; each operation is a script of its own, so that a failure shows a single one.
        string[] scripts = [.. drawn.Select((o, i) => Scripts.Write([o], header: Scripts.Header($"r{i:d5}")))];
        var migrations = Scripts.Compile(scripts);
        for (var i = 0; i < drawn.Length; i++)
            Assert.True(OperationText.Of([drawn[i]]) == OperationText.Of(migrations[i].UpOperations), Difference(drawn[i], migrations[i].UpOperations[0], scripts[i]));
    }

    [Fact]
    public void Edge_values_come_back_unchanged()
    {
        MigrationOperation[] operations =
        [
            .. Values.Edges.Select((value, i) => new AddColumnOperation { Name = "C" + i, Table = "T", ClrType = value.GetType(), DefaultValue = value }),
            .. Values.Edges.Select((value, i) => new InsertDataOperation { Table = "T", Columns = ["C" + i], Values = new[,] { { value } } }),
        ];
        var script = Scripts.Write(operations);
        Assert.Equal(OperationText.Of(operations), OperationText.Of(Scripts.Compile(script)[0].UpOperations));
    }

    private static string Difference(MigrationOperation expected, MigrationOperation actual, string script)
        => $"{OperationText.Of(expected)}\n--- came back as\n{OperationText.Of(actual)}\n--- from\n{script}";
}
