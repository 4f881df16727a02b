using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DbMigrate.PostWrite;

/// <summary>
/// Puts arguments into the one text that this framework takes: a program reads each as it was given, by the rules of
/// Windows, which .NET keeps on every system.
/// </summary>
internal static class CommandLine
{
    public static string Join(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quote));

    private static string Quote(string argument)
    {
        if (argument.Length > 0 && argument.All(c => !char.IsWhiteSpace(c) && c != '"'))
            return argument;

        var text = new StringBuilder("\"");
        var slashes = 0;
        foreach (var character in argument)
        {
            // Backslashes count only in front of a quote; there each of them is doubled.
            if (character == '"')
                text.Append('\\', slashes + 1);
            slashes = character == '\\' ? slashes + 1 : 0;
            text.Append(character);
        }

        return text.Append('\\', slashes).Append('"').ToString();
    }
}
