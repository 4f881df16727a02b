using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Two models of the same entities that keep them in different tables.</summary>
/// <param name="Parts">What they consist of; nothing refers to another part.</param>
internal sealed record MappedPair(IReadOnlyList<MappedPart> Parts)
{
    /// <summary>Everything that must be drawn.</summary>
    public static readonly string[] All =
    [
        "TPH to TPT", "TPH to TPC", "TPT to TPH", "TPT to TPC", "TPC to TPH", "TPC to TPT",
        "owned type in columns to a table", "owned type in columns to JSON", "owned type in a table to columns", "owned type in a table to JSON", "owned type in JSON to columns", "owned type in JSON to a table", "list in a table to JSON", "list in JSON to a table",
        "object in an owned type", "list of plain values", "list in an owned type", "list in elements of a list",
        "entity to two tables", "entity of two tables to one", "two entities to one table", "two entities of one table to two",
        "abstract root", "root with rows", "reference to a hierarchy", "reference within a hierarchy", "numbers tell types apart", "column of two types", "root's table is renamed", "index of a hierarchy",
        "required owned type", "required owned object without a value", "owned type that may be missing", "property that JSON gets", "property that JSON alone had",
        "required property", "property that comes", "property that goes", "other name of column", "seeds of the model",
    ];

    /// <summary>What was drawn.</summary>
    public IEnumerable<string> Features => Parts.SelectMany(p => p.Features.Prepend(p.Change)).Distinct();

    /// <summary>What a person would decide.</summary>
    public IEnumerable<RenameDecision> Renames => Parts.SelectMany(p => p.Renames);

    /// <summary>The fills that are asked for.</summary>
    public IEnumerable<FillDecision> Fills => Parts.SelectMany(p => p.Fills);

    /// <summary>One of the two models.</summary>
    public Action<ModelBuilder> Model(bool isAfter) => model =>
    {
        foreach (var part in Parts)
            part.Build(model, isAfter);
    };

    /// <inheritdoc />
    public override string ToString() => string.Join("\n", Parts);
}
