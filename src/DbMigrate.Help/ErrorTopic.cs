using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Help;

/// <summary>Writes <c>about_DbMigrate_Errors</c> from the catalogue itself, so that neither can lack what the other has.</summary>
internal static class ErrorTopic
{
    private const int Width = 80;

    private const string Introduction = """
        TOPIC
            about_DbMigrate_Errors

        SHORT DESCRIPTION
            Every error of DbMigrate: its id, what happened, what to do.

        LONG DESCRIPTION
            An error has a stable id. PowerShell appends the class of the cmdlet
            to it, so match the part before the comma:

                try { Update-Database -Confirm:$false }
                catch {
                    if ($_.FullyQualifiedErrorId -like 'DbMigrate.DatabaseBusy,*') {
                        'Somebody else is migrating this database.'
                    }
                    else { throw }
                }

            The message names what is involved. What to do next is in
            $_.ErrorDetails.RecommendedAction; PowerShell 7.5 and later print it
            below the message, older ones have it in the message.

            All errors end the cmdlet, but not the script that called it, unless
            $ErrorActionPreference is 'Stop'. See about_DbMigrate_Pipelines.

        ERRORS

        """;

    public static void Write(string path)
    {
        var summaries = Summaries();
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var kind in ErrorCatalogue.All)
        {
            text.Append($"    {kind.Id} ({kind.Category})\n");
            Append(text, summaries[kind.Name]);
            Append(text, kind.Action);
            text.Append('\n');
        }

        text.Append("SEE ALSO\n    about_DbMigrate\n    about_DbMigrate_Pipelines\n");
        File.WriteAllText(path, text.ToString(), new UTF8Encoding(false));
    }

    private static Dictionary<string, string> Summaries()
    {
        var prefix = $"F:{typeof(ErrorCatalogue).FullName}.";
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(ErrorCatalogue).Assembly.Location, ".xml"));
        return documentation.Descendants("member")
            .Where(m => m.Attribute("name")!.Value.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(m => m.Attribute("name")!.Value[prefix.Length..], m => Regex.Replace(m.Element("summary")!.Value, @"\s+", " ").Trim());
    }

    private static void Append(StringBuilder text, string paragraph)
    {
        const string indent = "        ";
        var line = new StringBuilder(indent);
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent);
            }

            line.Append(line.Length > indent.Length ? " " : "").Append(word);
        }

        text.Append(line).Append('\n');
    }
}
