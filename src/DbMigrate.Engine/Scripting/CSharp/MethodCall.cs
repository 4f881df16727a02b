using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>A call with named arguments, laid out as EF's tools do.</summary>
internal sealed class MethodCall(string method)
{
    private readonly List<string> _arguments = [];
    private readonly List<string> _chained = [];

    /// <summary>Adds an argument that is code already.</summary>
    public MethodCall Code(string name, string code)
    {
        _arguments.Add(name + ": " + code);
        return this;
    }

    /// <summary>Adds an argument that needs no name.</summary>
    public MethodCall Positional(string code)
    {
        _arguments.Add(code);
        return this;
    }

    public MethodCall Text(string name, string text) => Code(name, CSharpString.Quoted(text));

    /// <summary>Adds an argument where there is a value: one that is left out is null.</summary>
    public MethodCall Optional(string name, string? text) => text is null ? this : Text(name, text);

    public MethodCall Optional(string name, bool? value) => value is { } known ? Code(name, known ? "true" : "false") : this;

    public MethodCall Optional(string name, long? value) => value is { } known ? Code(name, known.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>Adds an argument that is false where it is left out.</summary>
    public MethodCall Flag(string name, bool value) => value ? Code(name, "true") : this;

    /// <summary>Adds what a foreign key does; left out where it does nothing.</summary>
    public MethodCall Action(string name, ReferentialAction action)
        => action == ReferentialAction.NoAction ? this : Code(name, nameof(ReferentialAction) + "." + action);

    /// <summary>Adds a call on the result.</summary>
    public MethodCall Then(string call)
    {
        _chained.Add("." + call);
        return this;
    }

    /// <summary>The call with an argument a line.</summary>
    public string Lines() => Finished(_arguments.Count == 0 ? "()" : "(\n" + Indent(string.Join(",\n", _arguments)) + ")");

    /// <summary>The call on one line, but for what is chained.</summary>
    public string Line() => Finished("(" + string.Join(", ", _arguments) + ")");

    /// <summary>Moves code to the right; empty lines stay empty.</summary>
    public static string Indent(string code, int levels = 1)
        => string.Join('\n', code.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', 4 * levels) + line));

    private string Finished(string arguments) => method + arguments + string.Concat(_chained.Select(c => "\n    " + c));
}
