using System;
using System.IO;
using System.Linq;
using DbMigrate.Help;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: DbMigrate.Help <folder with pages> <folder for help files>");
    return 2;
}

try
{
    Directory.CreateDirectory(args[1]);
    var pages = Directory.EnumerateFiles(args[0], "*-*.md").Order(StringComparer.Ordinal).Select(PageReader.Read).ToList();
    MamlWriter.Write(pages, Path.Combine(args[1], "DbMigrate.dll-Help.xml"));
    ErrorTopic.Write(Path.Combine(args[1], "about_DbMigrate_Errors.help.txt"));
    return 0;
}
catch (PageException e)
{
    // The form that MSBuild takes for an error of its own.
    Console.Error.WriteLine($"{e.Page}({e.Line}): error HELP001: {e.Message}");
    return 1;
}
