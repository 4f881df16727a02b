using System;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>Is told how a run goes.</summary>
internal interface IRunObserver
{
    /// <summary>A statement is about to run.</summary>
    void Statement(RevisionScript script, int number, int total, string purpose);

    /// <summary>The statement is still running; told once a second, from another thread.</summary>
    void StillRunning(RevisionScript script, int number, int total, string purpose, TimeSpan elapsed);

    /// <summary>Something that people should know although it did not stop the run.</summary>
    void Warning(string text);
}
