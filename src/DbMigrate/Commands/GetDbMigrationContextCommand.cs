using System.Management.Automation;
using System.Management.Automation.Runspaces;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Commands;

/// <summary>Lists the contexts of the target.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationContext")]
[OutputType(typeof(MigrationContext))]
public sealed class GetDbMigrationContextCommand : TargetCommand
{
    // Asked before there is a migrations folder, to know what to put into its settings.
    private protected override MigrationSettings TargetSettings => FolderExists || Path is not null ? Settings : new MigrationSettings();

    private protected override void End()
    {
        var result = Call<ContextsResult>(Methods.Contexts, new ContextsRequest { Context = Context ?? FromEnvironment(nameof(Context)) });
        if (Context is null)
            KnownContexts.Remember(Runspace.DefaultRunspace, result.Contexts);

        foreach (var context in result.Contexts)
        {
            WriteObject(new MigrationContext
            {
                Name = context.Name,
                FullName = context.FullName,
                Assembly = context.Assembly,
                Provider = context.Provider,
                DataSource = context.DataSource,
                Database = context.Database,
                EfCoreVersion = context.EfCoreVersion,
                Problem = context.Problem,
            });
        }
    }
}
