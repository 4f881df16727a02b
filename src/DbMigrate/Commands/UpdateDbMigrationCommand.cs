using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>The same under a name that no function of Visual Studio's EF tools has. An alias would lead to that function.</summary>
[Cmdlet(VerbsData.Update, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationStep), typeof(string))]
public sealed class UpdateDbMigrationCommand : UpdateCommand
{
}
