using System;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Reads and writes the header of a revision script.</summary>
public static class RevisionHeaderText
{
    /// <summary>Reads the header from the start of a script, without compiling anything.</summary>
    /// <param name="text">The script.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <exception cref="Errors.DbMigrateException"><c>HeaderInvalid</c>.</exception>
    public static RevisionHeader Parse(string text, string path) => throw new NotImplementedException();

    /// <summary>The comment lines for a header, LF line ends, with one at the end; begins with <c>// &lt;auto-generated/&gt;</c>.</summary>
    /// <param name="header">What to write.</param>
    public static string Format(RevisionHeader header) => throw new NotImplementedException();
}
