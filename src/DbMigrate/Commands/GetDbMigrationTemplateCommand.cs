using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Templates;

namespace DbMigrate.Commands;

/// <summary>Lists the templates for new migrations folders.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationTemplate")]
[OutputType(typeof(MigrationTemplate))]
public sealed class GetDbMigrationTemplateCommand : DbMigrateCommand
{
    private protected override void End() => WriteObject(TemplateFolder.Shipped(), enumerateCollection: true);
}
