using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Valid C# names for names that were never meant to be some.</summary>
internal static partial class CSharpIdentifier
{
    private const int LongestClassName = 80;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    };

    // A class may not be called like its own members or like a type that the script names without namespace.
    private static readonly HashSet<string> Taken = new(CSharpType.ShortNames, StringComparer.Ordinal)
    {
        "Migration", "MigrationBuilder", "ReferentialAction", "Up", "Down", "System", "Microsoft", "DbMigrations",
    };

    /// <summary>A name for each member of a scope, in order; equal ones are told apart by a number.</summary>
    public static IReadOnlyDictionary<string, string> Members(IEnumerable<string> names)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);

        // Members of object cannot be members of an anonymous type.
        var used = new HashSet<string>(StringComparer.Ordinal) { "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals" };
        foreach (var name in names)
        {
            var member = Member(name);
            for (var number = 1; !used.Add(member); number++)
                member = Member(name) + number.ToString(CultureInfo.InvariantCulture);
            members[name] = member;
        }

        return members;
    }

    /// <summary>A class name from a message: its words in capitals.</summary>
    public static string ClassName(string message)
    {
        var name = new StringBuilder();
        foreach (var word in Words().Matches(message).Select(m => m.Value).TakeWhile(w => name.Length + w.Length <= LongestClassName || name.Length == 0))
            name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, Math.Min(word.Length, LongestClassName) - 1);

        if (name.Length == 0)
            return "Revision";
        var text = char.IsLetter(name[0]) ? name.ToString() : "_" + name;
        return Taken.Contains(text) ? text + "Revision" : text;
    }

    private static string Member(string name)
    {
        var member = new string([.. name.Select(c => IsPart(c) ? c : '_')]);
        if (member.Length == 0 || !(char.IsLetter(member[0]) || member[0] == '_'))
            member = "_" + member;
        return Keywords.Contains(member) ? "@" + member : member;
    }

    private static bool IsPart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Words();
}
