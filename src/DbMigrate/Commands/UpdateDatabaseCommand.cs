using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Applies revisions to databases.</summary>
[Cmdlet(VerbsData.Update, "Database", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationStep), typeof(string))]
public sealed class UpdateDatabaseCommand : UpdateCommand
{
}
