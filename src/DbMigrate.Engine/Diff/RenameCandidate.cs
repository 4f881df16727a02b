namespace DbMigrate.Engine.Diff;

/// <summary>What may be a rename, with the reason to think so.</summary>
/// <param name="From">The key of <c>-Rename</c>.</param>
/// <param name="To">The new name.</param>
/// <param name="Score">How strong the evidence is, to tell candidates for one object apart.</param>
/// <param name="Evidence">The evidence, readable.</param>
internal sealed record RenameCandidate(string From, string To, int Score, string Evidence);
