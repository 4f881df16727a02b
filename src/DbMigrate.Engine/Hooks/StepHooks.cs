using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Hooks;

/// <summary>
/// Lets the hooks of a run know of each revision: before anything of it runs, and when it is committed. A hook that fails
/// ends the run; what was done is said.
/// </summary>
internal sealed class StepHooks(FolderMessage folder, DatabaseInfo database, RequestScope scope)
{
    private readonly List<string> _done = [];

    /// <summary>The graph and the applied revisions, from which the heads after a step are worked out.</summary>
    public required RevisionGraph Graph { get; init; }

    /// <summary>The applied revisions; changed by each step.</summary>
    public required HashSet<string> Applied { get; init; }

    /// <summary>True where only the history table is written.</summary>
    public bool IsStamp { get; init; }

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; nothing of the revision was run.</exception>
    public void Before(StepInfo step)
    {
        if (step.Down)
            Applied.Remove(step.Revision);
        else
            Applied.Add(step.Revision);
        Ask(Questions.BeforeApply, step, $"Nothing of revision {step.Revision} was run.");
    }

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; the revision stays committed.</exception>
    public void After(StepInfo step)
    {
        Ask(Questions.AfterApply, step, $"Revision {step.Revision} stays {(step.Down ? "undone" : "applied")}.");
        _done.Add(step.Revision);
    }

    private void Ask(string kind, StepInfo step, string remains)
    {
        if (!folder.Hooks.Contains(kind, StringComparer.OrdinalIgnoreCase))
            return;

        var question = new StepQuestion { Step = step, Database = database, IsStamp = IsStamp, CurrentAfter = [.. Graph.EffectiveHeads(Applied)] };
        try
        {
            scope.Ask(kind, question, ProtocolJson.Default.StepQuestion, ProtocolJson.Default.StepAnswer);
        }
        catch (DbMigrateException e)
        {
            throw e.Kind.Error(Sentences(e.Message.TrimEnd('.') + ".", remains, DoneText.Of(_done, step.Down)), e.Target, e.Action, e);
        }
        catch (OperationCanceledException) when (scope.Cancellation.IsCancellationRequested)
        {
            throw new RunCancelledException(Sentences($"The command was cancelled in a hook of revision {step.Revision}.", remains, DoneText.Of(_done, step.Down)), scope.Cancellation);
        }
    }

    private static string Sentences(params string[] sentences) => string.Join(" ", sentences.Where(s => s.Length > 0));
}
