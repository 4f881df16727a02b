using System;

namespace DbMigrate.Engine.Schema;

/// <summary>Brings SQL expressions into one form, so that the same expression compares equal wherever it was read.</summary>
public static class SqlText
{
    /// <summary>
    /// LF line ends, no white space at the ends, no parentheses around the whole, runs of white space outside of
    /// literals and quoted names as one blank. The case of letters is kept.
    /// </summary>
    /// <param name="sql">An expression.</param>
    public static string Normalize(string sql) => throw new NotImplementedException();
}
