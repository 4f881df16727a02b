using System;

namespace DbMigrate.Engine.Merge;

/// <summary>A trial says nothing about merging, because a line fails without the others.</summary>
internal sealed class TrialUndecidedException(TrialResult result) : Exception(result.Error)
{
    public TrialResult Result => result;
}
