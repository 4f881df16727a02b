using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DbMigrate.Revisions.Settings;

/// <summary>
/// A name with wildcards as filters have it: <c>audit_*</c>, <c>dbo.users</c>, <c>users.legacy_?</c>. <c>*</c> stands for any
/// text, <c>?</c> for one character, upper and lower case are the same; a part in <c>[…]</c> is taken as it is.
/// </summary>
public sealed class NamePattern
{
    private readonly IReadOnlyList<Regex> _parts;

    private NamePattern(IReadOnlyList<Regex> parts) => _parts = parts;

    /// <summary>How many parts it has.</summary>
    public int Length => _parts.Count;

    /// <summary>Reads a pattern; null where the text is none (an empty part, an open bracket).</summary>
    /// <param name="text">The text.</param>
    public static NamePattern? Parse(string text)
    {
        var parts = new List<Regex>();
        var part = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] == '.')
            {
                if (part.Length == 0)
                    return null;
                parts.Add(new Regex($"^{part}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline));
                part.Clear();
            }
            else if (text[at] == '[' && part.Length == 0)
            {
                var end = text.IndexOf(']', at);
                if (end < at + 2 || (end + 1 < text.Length && text[end + 1] != '.'))
                    return null;
                part.Append(Regex.Escape(text.Substring(at + 1, end - at - 1)));
                at = end;
            }
            else
            {
                part.Append(text[at] switch { '*' => ".*", '?' => ".", var letter => Regex.Escape(letter.ToString()) });
            }
        }

        return new NamePattern(parts);
    }

    /// <summary>Whether the last parts of a name fit; parts that the pattern does not have may be anything.</summary>
    /// <param name="name">The parts of the name, for example schema, table and column; an empty schema is the default one.</param>
    public bool Matches(IReadOnlyList<string> name)
        => Length <= name.Count && _parts.Zip(name.Skip(name.Count - Length), (part, text) => part.IsMatch(text)).All(fits => fits);
}
