using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Applies or undoes revisions: asks for the plan, shows it, and runs what was agreed to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlanCommand : DatabaseCommand
{
    /// <summary>Returns the SQL, one text per revision, and runs nothing.</summary>
    [Parameter]
    public SwitchParameter AsSql { get; set; }

    /// <summary>Seconds that a statement may take; 0 for any time.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Timeout { get; set; }

    /// <summary>Seconds to wait for another run to end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int LockTimeout { get; set; } = 60;

    /// <summary>A word for <c>env.ps1</c>, which finds it in <c>$Tag</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Tag { get; set; }

    /// <summary>Goes on where the plan reaches into a sibling branch.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected sealed override string HookTag => Tag ?? FromEnvironment(nameof(Tag));

    private protected abstract bool IsDown { get; }

    private protected abstract ConfirmImpact Impact { get; }

    private protected void Run(IReadOnlyList<string> revisions)
    {
        if (AsSql)
        {
            WriteObject(Sql(revisions).Steps.Select(s => s.Sql), enumerateCollection: true);
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

    private PlanRequest Request(IReadOnlyList<string> revisions)
    {
        var database = DatabaseMessage();
        var configured = Hooks.Configured(database.Database);
        return new()
        {
            Folder = FolderMessage(),
            Database = database,
            Down = IsDown,
            Revisions = [.. revisions],
            Timeout = Seconds(nameof(Timeout), Timeout, configured.Timeout),
            LockTimeout = Seconds(nameof(LockTimeout), LockTimeout, configured.LockTimeout),
            Force = Force,
        };
    }

    private int Seconds(string parameter, int value, int? configured)
    {
        if (MyInvocation.BoundParameters.ContainsKey(parameter))
            return value;
        var text = FromEnvironment(parameter);
        if (text.Length == 0)
            return configured ?? value;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw ErrorCatalogue.EnvironmentInvalid.Error($"DBMIGRATE_{parameter.ToUpperInvariant()} is '{text}'; it must be a whole number of seconds.", text);
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
