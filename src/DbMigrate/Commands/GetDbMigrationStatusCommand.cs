using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Shows where databases stand.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationStatus")]
[OutputType(typeof(MigrationStatus))]
public sealed class GetDbMigrationStatusCommand : DatabaseCommand
{
    /// <summary>Fails unless every head is applied, in every database.</summary>
    [Parameter]
    public SwitchParameter CheckHeads { get; set; }

    private protected override void End()
    {
        var behind = new List<MigrationStatus>();
        ForEachDatabase(database =>
        {
            var status = StatusObjects.From(CallStatus(database));
            WriteObject(status);
            if (!status.IsUpToDate)
                behind.Add(status);
        });

        if (CheckHeads && behind.Count > 0)
            throw NotAtHeads(behind);
    }

    private static DbMigrateException NotAtHeads(IReadOnlyList<MigrationStatus> behind)
        => ErrorCatalogue.NotAtHeads.Error(
            string.Join("\n", behind.Select(Missing)),
            behind[0].DataSource,
            behind.All(s => s.Pending.Length == 0) ? "Bring back the scripts, for example by switching to the branch that has them." : null);

    private static string Missing(MigrationStatus status)
    {
        var name = status.Database.Length > 0 ? $"Database '{status.Database}' at {status.DataSource}" : $"Database {status.DataSource}";
        var pending = status.Pending.Length > 0 ? $" Not applied: {string.Join(", ", status.Pending)}." : "";
        var unknown = status.Unknown.Length > 0 ? $" Applied, but without a script: {string.Join(", ", status.Unknown)}." : "";
        return $"{name} is not on all head revisions.{pending}{unknown}";
    }
}
