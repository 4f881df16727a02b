using System.Collections.Generic;

namespace DbMigrate.Engine.Apply;

/// <summary>What must be so of the history table before something runs.</summary>
/// <param name="Failure">What is wrong where it is not so, readable.</param>
/// <param name="Revisions">Ids, each once.</param>
/// <param name="IsRecorded">Whether each of them must have one row, or none.</param>
internal sealed record RowCheck(string Failure, IReadOnlyList<string> Revisions, bool IsRecorded);
