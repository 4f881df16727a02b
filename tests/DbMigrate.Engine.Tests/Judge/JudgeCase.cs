using System;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Two models; a database goes from the first to the second and back.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Before">The first model.</param>
/// <param name="After">The second model.</param>
internal sealed record JudgeCase(string Name, Action<ModelBuilder> Before, Action<ModelBuilder> After)
{
    /// <summary>What somebody else has made in the database before.</summary>
    public string? Setup { get; init; }

    /// <summary>Whether the databases have the seeded rows alone: where an ordinary row would violate a check.</summary>
    public bool IsUnfilled { get; init; }

    public JudgedWay There => new(Name, Before, After) { Setup = Setup, IsUnfilled = IsUnfilled };

    public JudgedWay Back => new(Name + ", back", After, Before) { Setup = Setup, IsUnfilled = IsUnfilled };

    public override string ToString() => Name;
}

/// <summary>One way of a case.</summary>
/// <param name="Name">What changes.</param>
/// <param name="From">The model before.</param>
/// <param name="To">The model after.</param>
internal sealed record JudgedWay(string Name, Action<ModelBuilder> From, Action<ModelBuilder> To)
{
    /// <summary>What somebody else has made in the database before.</summary>
    public string? Setup { get; init; }

    /// <summary>Whether the databases have the seeded rows alone.</summary>
    public bool IsUnfilled { get; init; }
}
