using System.Collections.Generic;

namespace DbMigrate.Engine.Scripting.Templates;

/// <summary>The names between dollar signs that a template may have.</summary>
internal static class TemplateTokens
{
    /// <summary>The comment lines that the graph is read from.</summary>
    public const string Header = "header";

    /// <summary>The using directives that the operations need.</summary>
    public const string Usings = "usings";

    /// <summary>The revision's id, which the namespace ends in.</summary>
    public const string Id = "id";

    /// <summary>A class name made from the message.</summary>
    public const string Class = "class";

    /// <summary>The message on one line.</summary>
    public const string Message = "message";

    /// <summary>When the revision was created, for example <c>2026-11-22 14:03</c>.</summary>
    public const string Created = "created";

    /// <summary>The methods of all databases.</summary>
    public const string Methods = "methods";

    /// <summary>The statements of <c>Up</c>, in a folder with one database.</summary>
    public const string Up = "up";

    /// <summary>The statements of <c>Down</c>, in a folder with one database.</summary>
    public const string Down = "down";

    public static IReadOnlyList<string> All { get; } = [Header, Usings, Id, Class, Message, Created, Methods, Up, Down];

    public static IReadOnlyList<string> Required { get; } = [Header, Usings, Id];

    public static IReadOnlyList<string> Once { get; } = [Header, Usings, Methods, Up, Down];
}
