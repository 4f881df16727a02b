using System.Collections.Generic;

namespace DbMigrate.Revisions.Settings;

/// <summary>A command that runs on each new script, a formatter for example.</summary>
public sealed record PostWriteSettings
{
    /// <summary>The token for the script's path in <see cref="Arguments"/>.</summary>
    public const string FileToken = "{file}";

    /// <summary>Name of a program on the path, or full path of one.</summary>
    public string Command { get; init; } = "";

    /// <summary>Its arguments, one by one; no shell reads them.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Full path of the folder that it runs in.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>Where the settings name it, for messages.</summary>
    public string Place { get; init; } = "";
}
