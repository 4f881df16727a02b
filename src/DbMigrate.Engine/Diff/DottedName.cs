using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DbMigrate.Engine.Diff;

/// <summary>Names of several parts as people write them in <c>-Rename</c> and <c>-Fill</c>: <c>table.column</c>, <c>[a.b].c</c>.</summary>
internal static class DottedName
{
    /// <summary>The parts; empty where the text is none (an open bracket, an empty part).</summary>
    public static IReadOnlyList<string> Parse(string text)
    {
        var parts = new List<string>();
        var at = 0;
        while (true)
        {
            var part = at < text.Length && text[at] == '[' ? ReadBracketed(text, ref at) : ReadPlain(text, ref at);
            if (string.IsNullOrEmpty(part))
                return [];
            parts.Add(part);
            if (at == text.Length)
                return parts;
            if (text[at++] != '.')
                return [];
        }
    }

    /// <summary>The text that <see cref="Parse"/> takes apart into these names; nulls are left out.</summary>
    public static string Format(params string?[] parts) => string.Join('.', parts.Where(p => p is not null).Select(p => Quote(p!)));

    private static string Quote(string part) => part.IndexOfAny(['.', '[', ']']) < 0 ? part : "[" + part.Replace("]", "]]") + "]";

    private static string ReadPlain(string text, ref int at)
    {
        var end = text.IndexOf('.', at);
        var part = end < 0 ? text[at..] : text[at..end];
        at += part.Length;
        return part;
    }

    private static string? ReadBracketed(string text, ref int at)
    {
        var part = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != ']')
                part.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == ']')
                part.Append(text[at++]);
            else
            {
                at++;
                return part.ToString();
            }
        }

        return null;
    }
}
