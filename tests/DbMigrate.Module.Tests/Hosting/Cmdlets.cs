using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>The cmdlets of the module, as PowerShell sees them.</summary>
internal static class Cmdlets
{
    public static IReadOnlyList<CmdletInfo> All(Session session)
        => [.. session.Run("Get-Command -Module DbMigrate -CommandType Cmdlet").MustSucceed().Output.Select(c => (CmdletInfo)c.BaseObject)];
}
