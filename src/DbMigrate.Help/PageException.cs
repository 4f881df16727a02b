using System;

namespace DbMigrate.Help;

/// <summary>A page that does not have the form of a help page.</summary>
internal sealed class PageException(string page, int line, string message) : Exception(message)
{
    public string Page { get; } = page;

    public int Line { get; } = line;
}
