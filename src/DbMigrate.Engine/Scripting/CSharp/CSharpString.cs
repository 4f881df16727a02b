using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Text as C# literals.</summary>
internal static class CSharpString
{
    /// <summary>A literal in quotes; whatever cannot be seen in an editor is escaped.</summary>
    public static string Quoted(string text)
    {
        var code = new StringBuilder("\"");
        foreach (var c in text)
            code.Append(Escaped(c, '"'));
        return code.Append('"').ToString();
    }

    /// <summary>A literal of one character.</summary>
    public static string Quoted(char c) => "'" + Escaped(c, '\'') + "'";

    /// <summary>Text of several lines as a raw literal, which reads as it is; other text in quotes.</summary>
    public static string Block(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length == 1 || lines.Any(l => !IsReadable(l)))
            return Quoted(text);

        var fence = new string('"', Math.Max(3, LongestRun(text, '"') + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    // An editor may strip blanks at the end of a line without anybody noticing; escapes are safe from that.
    private static bool IsReadable(string line)
        => line.All(c => c == '\t' || Escaped(c, '\0').Length == 1 || c == '\\') && line.TrimEnd() == line;

    private static string Escaped(char c, char quote) => c switch
    {
        '\\' => @"\\",
        '\0' => @"\0",
        '\a' => @"\a",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\v' => @"\v",
        _ when c == quote => "\\" + c,
        _ when IsVisible(c) => c.ToString(),
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };

    // Halves of a pair are escaped, too: a lone one would not survive UTF-8.
    private static bool IsVisible(char c) => c == ' ' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

    private static int LongestRun(string text, char of)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
