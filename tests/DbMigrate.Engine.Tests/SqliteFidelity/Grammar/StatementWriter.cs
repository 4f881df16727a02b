using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Tests.Generators;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Grammar;

/// <summary>Writes a statement in any layout that SQLite takes, and notes which features of the grammar were drawn.</summary>
internal sealed class StatementWriter(Draw draw, ISet<string> features)
{
    private static readonly string[] Keywords = ["select", "order", "group", "table", "index", "check", "default", "values"];
    private readonly StringBuilder _text = new();

    public Draw Draw { get; } = draw;

    public override string ToString() => _text.ToString();

    /// <summary>Whether a feature is drawn; notes it where it is.</summary>
    public bool Has(string feature, int percent)
    {
        if (!Draw.Chance(percent))
            return false;
        features.Add(feature);
        return true;
    }

    /// <summary>Notes a feature.</summary>
    public StatementWriter Note(string feature)
    {
        features.Add(feature);
        return this;
    }

    /// <summary>Adds keywords and operators, in any case of letters.</summary>
    public StatementWriter Add(string words)
    {
        foreach (var word in words.Split(' '))
        {
            Blank();
            _text.Append(Draw.Below(3) switch { 0 => word.ToLowerInvariant(), _ => word });
        }

        return this;
    }

    /// <summary>Adds text as it is.</summary>
    public StatementWriter Raw(string text)
    {
        Blank();
        _text.Append(text);
        return this;
    }

    /// <summary>Adds text as it is, with no comment before it.</summary>
    public StatementWriter Plain(string text)
    {
        _text.Append(' ').Append(text);
        return this;
    }

    /// <summary>Adds a name in quotes of any style.</summary>
    public StatementWriter Name(string name)
    {
        Blank();
        _text.Append(Quoted(name));
        return this;
    }

    /// <summary>A name in quotes of any style that can hold it.</summary>
    public string Quoted(string name)
    {
        var isPlain = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or >= (char)128) && !Keywords.Contains(name);
        switch (Draw.Below(isPlain ? 8 : 4))
        {
            case 0 when !name.Contains(']'):
                Note("name in brackets");
                return "[" + name + "]";
            case 1:
                Note("name in backticks");
                return "`" + name.Replace("`", "``") + "`";
            case 2 or 3 or 0:
                Note("name in double quotes");
                return "\"" + name.Replace("\"", "\"\"") + "\"";
            default:
                Note("name without quotes");
                return name;
        }
    }

    /// <summary>Adds items with commas between, in parentheses.</summary>
    public StatementWriter List<T>(IEnumerable<T> items, Action<T> write)
    {
        Add("(");
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                Add(",");
            isFirst = false;
            write(item);
        }

        return Add(")");
    }

    private void Blank()
    {
        if (_text.Length == 0)
            return;
        if (Has("line comment", 1))
            _text.Append(" -- it's (a, \"comment\n");
        else if (Has("block comment", 2))
            _text.Append("/* , ) ' */");
        _text.Append(Draw.Below(12) switch { 0 => "\n  ", 1 => "\t", 2 => "  ", _ => " " });
    }
}
