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
    private readonly RevisionInput _input = new();

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
        _input.Add(NamedDatabases(), RevisionArgument.Check(Revision));
    }

    private protected override void End()
    {
        if (_input.IsEmpty)
            return;
        if (AsSql && Purge)
            throw ErrorCatalogue.ParametersConflict.Error("-Purge and -AsSql were both passed: a script cannot know which rows it throws away.", action: "Leave out -AsSql; -WhatIf shows what a purge does.");

        if (AsSql)
        {
            IsOffline = IsRange(_input.All);
            WriteTexts(Sql(DatabaseMessage()));
            return;
        }

        var stamps = DatabaseMessages().Select(Plan).ToList();
        DatabaseWork.RequireDifferent(stamps);
        stamps.ForEach(Confirm);
        ForEach(stamps.FindAll(s => s.IsEmpty || s.IsConfirmed), Stamp);
    }

    private DatabaseStamp Plan(DatabaseMessage database)
        => new(database, In(database, () => Call<StampResult>(Methods.PlanStamp, Request(database))));

    private void Confirm(DatabaseStamp stamp)
    {
        if (stamp.IsEmpty)
            return;
        var what = Names.Of(stamp.Plan, Purge);
        stamp.IsConfirmed = new Confirmation(this, Purge ? ConfirmImpact.High : ConfirmImpact.Medium).Ask(what, what + "?", out var reason);
        if (reason == ShouldProcessReason.WhatIf)
            HostText.Write(this, string.Concat(Sql(stamp.Database).Steps.Select(s => s.Sql)));
    }

    private void Stamp(DatabaseStamp stamp)
    {
        if (stamp.IsEmpty)
        {
            WriteVerbose($"{Names.Of(stamp.Found)} has nothing to stamp.");
        }
        else
        {
            var request = Request(stamp.Database);
            request.Expected = stamp.Plan.Change;
            Call<StampResult>(Methods.Stamp, request);
            stamp.IsDone = true;
        }

        WriteObject(StatusObjects.From(CallStatus(stamp.Database)));
    }

    private SqlResult Sql(DatabaseMessage database) => In(database, () => Call<SqlResult>(Methods.StampSql, Request(database)));

    private StampRequest Request(DatabaseMessage database) => new()
    {
        Folder = FolderMessage(),
        Database = database,
        Revisions = [.. _input.Of(database.Database)],
        Purge = Purge,
        ForClient = AsSql,
        LockTimeout = LockSeconds(database),
    };
}
