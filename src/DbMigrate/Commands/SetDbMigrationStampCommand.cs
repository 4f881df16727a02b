using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Records revisions in a database without running their scripts.</summary>
[Cmdlet(VerbsCommon.Set, "DbMigrationStamp", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationStatus), typeof(string))]
public sealed class SetDbMigrationStampCommand : LockingCommand
{
    private readonly List<string> _revisions = [];

    /// <summary>Where the database is said to be; all that it builds on counts as applied too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    /// <summary>Throws away all rows of the history first, whatever they are.</summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    private protected override void Process()
    {
        base.Process();
        _revisions.AddRange(RevisionArgument.Check(Revision));
    }

    private protected override void End()
    {
        // An empty pipeline asks for nothing, which is not the same as asking for the head.
        if (_revisions.Count == 0)
            return;
        if (AsSql && Purge)
            throw ErrorCatalogue.ParametersConflict.Error("-Purge and -AsSql were both passed: a script cannot know which rows it throws away.", action: "Leave out -AsSql; -WhatIf shows what a purge does.");

        IsOffline = AsSql && IsRange(_revisions);
        if (AsSql)
            WriteTexts(Sql(DatabaseMessage()));
        else
            DatabaseMessages().ToList().ForEach(Stamp);
    }

    private void Stamp(DatabaseMessage database)
    {
        var plan = Call<StampResult>(Methods.PlanStamp, Request(database));
        if (plan.Change.Add.Length + plan.Change.Remove.Length == 0)
        {
            WriteVerbose($"{Names.Of(plan.Database)} has nothing to stamp.");
        }
        else
        {
            var what = Names.Of(plan, Purge);
            if (!new Confirmation(this, Purge ? ConfirmImpact.High : ConfirmImpact.Medium).Ask(what, what + "?", out var reason))
            {
                if (reason == ShouldProcessReason.WhatIf)
                    HostText.Write(this, string.Concat(Sql(database).Steps.Select(s => s.Sql)));
                return;
            }

            var request = Request(database);
            request.Expected = plan.Change;
            Call<StampResult>(Methods.Stamp, request);
        }

        WriteObject(StatusObjects.From(CallStatus(database)));
    }

    private SqlResult Sql(DatabaseMessage database) => Call<SqlResult>(Methods.StampSql, Request(database));

    private StampRequest Request(DatabaseMessage database) => new()
    {
        Folder = FolderMessage(),
        Database = database,
        Revisions = [.. _revisions],
        Purge = Purge,
        ForClient = AsSql,
        LockTimeout = LockSeconds(database),
    };
}
