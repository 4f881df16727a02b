using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>Applies or undoes revisions: asks for the plan, shows it, and runs what was agreed to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlanCommand : LockingCommand
{
    /// <summary>Seconds that a statement may take; 0 for any time.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Timeout { get; set; }

    /// <summary>Goes on where the plan reaches into a sibling branch.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected abstract bool IsDown { get; }

    private protected abstract ConfirmImpact Impact { get; }

    private protected void Run(IReadOnlyList<string> revisions)
    {
        if (AsSql)
        {
            WriteTexts(IsRange(revisions) ? Script(revisions) : Sql(revisions));
            return;
        }

        var plan = Call<PlanResult>(Methods.Plan, Request(revisions));
        var confirmed = Confirm(plan, revisions);
        if (confirmed.Count > 0)
            Apply(plan, confirmed, revisions);
        else if (plan.Steps.Length == 0)
            WriteVerbose($"{Names.Of(plan.Database)} has nothing to {(IsDown ? "undo" : "apply")}.");
    }

    private IReadOnlyList<StepInfo> Confirm(PlanResult plan, IReadOnlyList<string> revisions)
    {
        var confirmation = new Confirmation(this, Impact);
        SqlResult? sql = null;
        for (var i = 0; i < plan.Steps.Length; i++)
        {
            var what = Names.Of(plan.Steps[i], plan.Database);
            if (confirmation.Ask(what, what + "?", out var reason))
                continue;
            // Later revisions build on this one, so that the first "no" ends the list.
            if (reason != ShouldProcessReason.WhatIf)
                return plan.Steps.Take(i).ToList();

            sql ??= Sql(revisions);
            HostText.Write(this, sql.Steps.FirstOrDefault(s => s.Step.Revision == plan.Steps[i].Revision)?.Sql ?? "");
            HostText.Write(this, "");
        }

        return sql is null ? plan.Steps : [];
    }

    private void Apply(PlanResult plan, IReadOnlyList<StepInfo> steps, IReadOnlyList<string> revisions)
    {
        var request = Request(revisions);
        request.Expected = [.. steps.Select(s => s.Revision)];
        if (steps.Count < plan.Steps.Length)
            request.Revisions = IsDown ? [plan.Steps[steps.Count].Revision] : request.Expected;
        Call<ApplyResult>(Methods.Apply, request, step => WriteObject(Done(step, plan.Database)));
    }

    private SqlResult Sql(IReadOnlyList<string> revisions) => Call<SqlResult>(Methods.Sql, Request(revisions));

    private SqlResult Script(IReadOnlyList<string> range)
    {
        IsOffline = true;
        return Call<SqlResult>(Methods.Script, new ScriptRequest { Folder = FolderMessage(), Database = DatabaseMessage(), Range = [.. range], Down = IsDown });
    }

    private PlanRequest Request(IReadOnlyList<string> revisions)
    {
        var database = DatabaseMessage();
        return new()
        {
            Folder = FolderMessage(),
            Database = database,
            Down = IsDown,
            Revisions = [.. revisions],
            Timeout = Seconds(nameof(Timeout), Timeout, Hooks.Configured(database.Database).Timeout),
            LockTimeout = LockSeconds(database),
            ForClient = AsSql,
            Force = Force,
        };
    }

    private static MigrationStep Done(StepInfo step, DatabaseInfo database) => new()
    {
        Database = database.Database,
        DataSource = database.DataSource,
        Revision = step.Revision,
        Message = step.Message,
        Direction = step.Down ? MigrationDirection.Down : MigrationDirection.Up,
        Duration = TimeSpan.FromMilliseconds(step.DurationMilliseconds),
    };
}
