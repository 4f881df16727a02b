namespace DbMigrate.Protocol;

/// <summary>A value in a form that both sides know without sharing types: a typed text, a list, or an object of such values.</summary>
internal sealed class PlainValue
{
    /// <summary>Null; nothing else is set.</summary>
    public const string Null = "null";

    /// <summary>An object with named properties, in <see cref="Members"/>.</summary>
    public const string Object = "object";

    /// <summary>Values by names that are data themselves, in <see cref="Members"/>.</summary>
    public const string Map = "map";

    /// <summary>A list without a type of its own, in <see cref="Items"/>.</summary>
    public const string List = "list";

    /// <summary>One of the above, or the name of a .NET type whose value is in <see cref="Text"/>, or in <see cref="Items"/> where it is a collection.</summary>
    public string Type { get; set; } = Null;

    /// <summary>The value as invariant text.</summary>
    public string Text { get; set; } = "";

    public PlainValue[] Items { get; set; } = [];

    public PlainMember[] Members { get; set; } = [];
}

/// <summary>A named value.</summary>
internal sealed class PlainMember
{
    public string Name { get; set; } = "";

    public PlainValue Value { get; set; } = new();
}

/// <summary>What was generated for one database, to be looked at by a hook.</summary>
internal sealed class GeneratedQuestion
{
    public string Database { get; set; } = "";

    public string Revision { get; set; } = "";

    public string Message { get; set; } = "";

    public string[] Parents { get; set; } = [];

    /// <summary>The operations of <c>Up</c>, an object each.</summary>
    public PlainValue[] Up { get; set; } = [];

    public PlainValue[] Down { get; set; } = [];
}

/// <summary>What to write.</summary>
internal sealed class GeneratedAnswer
{
    public PlainValue[] Up { get; set; } = [];

    public PlainValue[] Down { get; set; } = [];
}
