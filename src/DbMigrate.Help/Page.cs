using System.Collections.Generic;

namespace DbMigrate.Help;

/// <summary>The page of a cmdlet.</summary>
internal sealed record Page
{
    public required string Name { get; init; }

    /// <summary>Cmdlets that are the same under another name.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public required string Synopsis { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<PageExample> Examples { get; init; }

    public required IReadOnlyList<PageParameter> Parameters { get; init; }

    public required IReadOnlyList<PageType> Inputs { get; init; }

    public required IReadOnlyList<PageType> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<PageLink> Links { get; init; }

    public string OnlineVersion { get; init; } = "";
}

/// <summary>An example: a title, what to type, what it does.</summary>
internal sealed record PageExample(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A parameter with its table of facts.</summary>
internal sealed record PageParameter(string Name, IReadOnlyList<string> Description, IReadOnlyDictionary<string, string> Facts)
{
    public string this[string fact] => Facts.TryGetValue(fact, out var value) ? value : "";
}

/// <summary>A type that goes in or comes out.</summary>
internal sealed record PageType(string Name, IReadOnlyList<string> Description);

/// <summary>A related topic.</summary>
internal sealed record PageLink(string Text, string Address);
