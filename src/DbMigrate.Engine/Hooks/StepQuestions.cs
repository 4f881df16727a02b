using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Hooks;

/// <summary>Asks <c>BeforeApply</c> and <c>AfterApply</c>; to whatever ends the asking is added what was done.</summary>
internal sealed class StepQuestions(FolderMessage folder, DatabaseInfo database, RequestScope scope)
{
    /// <summary>True where only the history table is written.</summary>
    public bool IsStamp { get; init; }

    /// <param name="kind">A name of <see cref="Questions"/>.</param>
    /// <param name="step">The revision.</param>
    /// <param name="currentAfter">Where the database stands once the step is done; worked out only where there is a hook.</param>
    /// <param name="done">What was done, in sentences.</param>
    /// <exception cref="DbMigrateException"><c>HookFailed</c>, <c>HookReentered</c>.</exception>
    public void Ask(string kind, StepInfo step, Func<IReadOnlyList<string>> currentAfter, string done)
    {
        if (!folder.Hooks.Contains(kind, StringComparer.OrdinalIgnoreCase))
            return;

        var question = new StepQuestion { Step = step, Database = database, IsStamp = IsStamp, CurrentAfter = [.. currentAfter()] };
        try
        {
            scope.Ask(kind, question, ProtocolJson.Default.StepQuestion, ProtocolJson.Default.StepAnswer);
        }
        catch (DbMigrateException e)
        {
            throw e.Kind.Error($"{e.Message.TrimEnd('.')}. {done}", e.Target, e.Action, e);
        }
        catch (OperationCanceledException) when (scope.Cancellation.IsCancellationRequested)
        {
            throw new RunCancelledException($"The command was cancelled in a hook of revision {step.Revision}. {done}", scope.Cancellation);
        }
    }
}
