using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>What the Tab key offers.</summary>
internal static class Completion
{
    /// <summary>The values that complete the end of a line.</summary>
    public static IEnumerable<string> Of(Session session, string line)
        => Matches(session, line).Where(m => m.ResultType == CompletionResultType.ParameterValue).Select(m => m.CompletionText);

    public static IReadOnlyList<CompletionResult> Matches(Session session, string line)
    {
        var completion = session.Run($"TabExpansion2 -inputScript '{line.Replace("'", "''")}' -cursorColumn {line.Length}").Single();
        return ((CommandCompletion)completion.BaseObject).CompletionMatches;
    }
}
