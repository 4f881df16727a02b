using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Schema;

/// <summary>Types of a hierarchy as scripts have them: <c>Cat : Animal; Kind = 'Cat'; Meow, Cat_Age</c>. Names are in double quotes where they must be.</summary>
public static class TypeMapText
{
    private const string Abstract = "abstract";

    /// <summary>The text of a type.</summary>
    /// <param name="map">The type.</param>
    public static string Format(TypeMap map)
    {
        var parts = new List<string> { (map.IsAbstract ? Abstract + " " : "") + Name(map.Type) + (map.Base is null ? "" : " : " + Name(map.Base)) };
        if (map.Mark is { } mark)
            parts.Add($"{Name(mark.Column)} = {mark.Literal}");
        if (map.Columns.Count > 0)
            parts.Add(string.Join(", ", map.Columns.Select(Name)));
        return string.Join("; ", parts);
    }

    /// <summary>The type that a text means; null where it means none.</summary>
    /// <param name="text">What <see cref="Format"/> wrote, or a person.</param>
    public static TypeMap? Parse(string text)
    {
        var parts = Split(SqlTokenizer.Tokenize(text).Where(t => !t.IsTrivia), ";");
        if (parts.Any(p => p.Count == 0) || Declaration(parts[0]) is not { } map)
            return null;
        foreach (var part in parts.Skip(1))
        {
            if (part.Count > 2 && part[0].IsName && part[1].IsOperator("="))
                map = map with { Mark = new(part[0].Name, text[part[2].Position..part[^1].End]) };
            else if (Split(part, ",") is var names && names.All(n => n is [{ IsName: true }]))
                map = map with { Columns = names.Select(n => n[0].Name).ToEquatableList() };
            else
                return null;
        }

        return map;
    }

    private static TypeMap? Declaration(List<SqlToken> tokens)
    {
        var isAbstract = tokens.Count > 1 && tokens[0].Is(Abstract) && tokens[1].IsName;
        return tokens[(isAbstract ? 1 : 0)..] switch
        {
            [{ IsName: true } type] => new(type.Name, null) { IsAbstract = isAbstract },
            [{ IsName: true } type, var colon, { IsName: true } parent] when colon.IsOperator(":") => new(type.Name, parent.Name) { IsAbstract = isAbstract },
            _ => null,
        };
    }

    private static List<List<SqlToken>> Split(IEnumerable<SqlToken> tokens, string separator)
    {
        List<List<SqlToken>> parts = [[]];
        foreach (var token in tokens)
        {
            if (token.IsOperator(separator))
                parts.Add([]);
            else
                parts[^1].Add(token);
        }

        return parts;
    }

    private static string Name(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name != Abstract && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name is not ("x" or "X")
            ? name
            : SqlText.Quote(name);
}
