using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Hooks;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Applies or undoes revisions: asks for the plan of each database, shows it, and runs what was agreed to.</summary>
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

    /// <param name="all">Every place to go, whatever the database.</param>
    /// <param name="of">Where to go, for the database with a name.</param>
    private protected void Run(IReadOnlyList<string> all, Func<string, IReadOnlyList<string>> of)
    {
        if (AsSql)
        {
            // A stream of several databases' SQL would sooner or later be fed to one of them.
            IsOffline = IsRange(all);
            var database = DatabaseMessage();
            WriteSql(IsOffline ? Script(database, of(database.Database)) : Sql(database, of(database.Database)));
            return;
        }

        var plans = DatabaseMessages().Select(d => Plan(d, of(d.Database))).ToList();
        DatabaseWork.RequireDifferent(plans);
        plans.ForEach(p => p.Confirmed = Confirm(p));
        ForEach(plans, Apply);
    }

    private void WriteSql(SqlResult sql)
    {
        if (!Force && sql.Siblings.Length > 0)
            WriteWarning(Names.OfSiblings(sql.Siblings, sql.Database));
        WriteTexts(sql);
    }

    private DatabasePlan Plan(DatabaseMessage database, IReadOnlyList<string> revisions)
        => new(database, revisions, In(database, () => Call<PlanResult>(Methods.Plan, Request(database, revisions))));

    private IReadOnlyList<StepInfo> Confirm(DatabasePlan planned)
    {
        var plan = planned.Plan;
        var confirmation = new Confirmation(this, Impact);
        if (!Force && plan.Siblings.Length > 0 && !MayTouchSiblings(plan, confirmation))
            return [];

        SqlResult? sql = null;
        for (var i = 0; i < plan.Steps.Length; i++)
        {
            var what = Names.Of(plan.Steps[i], plan.Database);
            if (confirmation.Ask(what, what + "?", out var reason))
                continue;
            // Later revisions build on this one, so that the first "no" ends the list.
            if (reason != ShouldProcessReason.WhatIf)
                return plan.Steps.Take(i).ToList();

            sql ??= Sql(planned.Database, planned.Revisions);
            HostText.Write(this, sql.Steps.FirstOrDefault(s => s.Step.Revision == plan.Steps[i].Revision)?.Sql ?? "");
            HostText.Write(this, "");
        }

        return sql is null ? plan.Steps : [];
    }

    // Not a matter of -Confirm: what was asked for does not show that another branch is concerned.
    private bool MayTouchSiblings(PlanResult plan, Confirmation confirmation)
    {
        var what = Names.OfSiblings(plan.Siblings, plan.Database);
        if (!confirmation.IsWhatIf)
            return confirmation.AskToContinue(what, ErrorCatalogue.SiblingBranch);
        WriteWarning(what);
        return true;
    }

    private void Apply(DatabasePlan planned)
    {
        if (planned.Plan.Steps.Length == 0)
            WriteVerbose($"{Names.Of(planned.Plan.Database)} has nothing to {(IsDown ? "undo" : "apply")}.");
        if (planned.Confirmed.Count > 0)
            Call<ApplyResult>(Methods.Apply, ApplyRequest(planned), step => Done(step, planned));
    }

    private PlanRequest ApplyRequest(DatabasePlan planned)
    {
        var request = Request(planned.Database, planned.Revisions);
        request.Expected = [.. planned.Plan.Steps.Select(s => s.Revision)];
        request.Agreed = planned.Confirmed.Count;
        request.IsQuiet = !StreamPreferences.IsVerbose(this);
        return request;
    }

    private SqlResult Sql(DatabaseMessage database, IReadOnlyList<string> revisions)
        => In(database, () => Call<SqlResult>(Methods.Sql, Request(database, revisions)));

    private SqlResult Script(DatabaseMessage database, IReadOnlyList<string> range)
        => In(database, () => Call<SqlResult>(Methods.Script, new ScriptRequest { Folder = FolderMessage(), Database = database, Range = [.. range], Down = IsDown }));

    private PlanRequest Request(DatabaseMessage database, IReadOnlyList<string> revisions) => new()
    {
        Folder = FolderMessage(),
        Database = database,
        Down = IsDown,
        Revisions = [.. revisions],
        Timeout = Seconds(nameof(Timeout), Timeout, Hooks.Configured(database.Database).Timeout),
        LockTimeout = LockSeconds(database),
        ForClient = AsSql,
    };

    private void Done(StepInfo step, DatabasePlan planned)
    {
        planned.Done.Add(step);
        WriteObject(new MigrationStep
        {
            Database = planned.Plan.Database.Database,
            DataSource = planned.Plan.Database.DataSource,
            Revision = step.Revision,
            Message = step.Message,
            Direction = step.Down ? MigrationDirection.Down : MigrationDirection.Up,
            Duration = TimeSpan.FromMilliseconds(step.DurationMilliseconds),
        });
    }
}
