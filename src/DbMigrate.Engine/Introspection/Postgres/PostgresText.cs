using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Names as PostgreSQL writes them.</summary>
internal static class PostgresText
{
    private const int LongestName = 63;

    /// <summary>A name as the server itself writes it: in quotes where it must.</summary>
    /// <param name="name">The name.</param>
    public static string QuoteAsNeeded(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && System.Linq.Enumerable.All(name, c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') ? name : SqlText.Quote(name);

    /// <summary>A name as the server keeps it: cut to 63 bytes, between two characters.</summary>
    /// <param name="name">The name.</param>
    public static string KeptName(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestName)
            return name;
        var bytes = 0;
        return string.Concat(name.EnumerateRunes().TakeWhile(r => (bytes += r.Utf8SequenceLength) <= LongestName).Select(r => r.ToString()));
    }

    /// <summary>The text as a literal.</summary>
    /// <param name="text">The text.</param>
    public static string Literal(string text)
    {
        var quoted = "'" + text.Replace("'", "''", System.StringComparison.Ordinal).Replace("\0", "", System.StringComparison.Ordinal) + "'";
        return text.Contains('\\', System.StringComparison.Ordinal) ? "E" + quoted.Replace("\\", "\\\\", System.StringComparison.Ordinal) : quoted;
    }

    /// <summary>The key of a trigger: its table stands where other names have their schema.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The trigger's own name.</param>
    public static ObjectName TriggerName(ObjectName table, string name) => new(table.ToString(), name);
}
