namespace DbMigrate.Revisions.Scripts;

/// <summary>A script of the migrations folder.</summary>
/// <param name="Header">What its header says.</param>
/// <param name="Path">Full path of the file.</param>
/// <param name="Text">The text without byte order mark, with LF line ends.</param>
/// <param name="Hash">SHA-256 of <paramref name="Text"/> in UTF-8, lower-case hex.</param>
public sealed record RevisionScript(RevisionHeader Header, string Path, string Text, string Hash);
