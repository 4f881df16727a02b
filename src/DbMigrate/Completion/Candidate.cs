using System;

namespace DbMigrate.Completion;

/// <summary>What may complete a word.</summary>
/// <param name="Value">The value.</param>
/// <param name="ToolTip">What is shown beside it.</param>
/// <param name="OtherTexts">Other texts by which people look for it.</param>
internal sealed record Candidate(string Value, string ToolTip, string OtherTexts)
{
    public bool BeginsWith(string word) => Value.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    public bool Contains(string word) => OtherTexts.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
