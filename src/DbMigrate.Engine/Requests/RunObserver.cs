using System;
using System.Diagnostics;
using System.Globalization;
using DbMigrate.Engine.Apply;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>Turns the course of a run into verbose lines, each statement one, and progress, a few a second.</summary>
/// <param name="activity">What runs.</param>
/// <param name="revisions">How many revisions.</param>
/// <param name="isQuiet">Whether nobody sees verbose lines: thousands of them cost as much as the statements.</param>
/// <param name="scope">Where to tell it.</param>
internal sealed class RunObserver(string activity, int revisions, bool isQuiet, RequestScope scope) : IRunObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private int _finished;
    private long _shown;

    public void Statement(RevisionScript script, int number, int total, string purpose)
    {
        var isSoon = _shown != 0 && Stopwatch.GetElapsedTime(_shown) < Pause;
        if (isQuiet && isSoon)
            return;
        var text = string.Create(CultureInfo.InvariantCulture, $"{script.Header.Id}: statement {number} of {total}: {purpose}");
        if (!isQuiet)
            scope.Verbose(text);
        if (isSoon)
            return;
        _shown = Stopwatch.GetTimestamp();
        scope.Progress(activity, text, Percent(number, total));
    }

    public void StillRunning(RevisionScript script, int number, int total, string purpose, TimeSpan elapsed)
        => scope.Progress(
            activity,
            string.Create(CultureInfo.InvariantCulture, $"{script.Header.Id}: statement {number} of {total}: {purpose}, for {elapsed.TotalSeconds:0} s"),
            Percent(number, total));

    public void Finished() => _finished++;

    public void Warning(string text) => scope.Warning(text);

    private int Percent(int number, int total) => (int)(100.0 * (_finished + ((number - 1) / (double)total)) / revisions);
}
