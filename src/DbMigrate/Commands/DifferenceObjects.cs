using System.Collections.Generic;
using System.Linq;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>Makes the objects that cmdlets return for differences.</summary>
internal static class DifferenceObjects
{
    public static IEnumerable<SchemaDifference> From(IEnumerable<DifferenceInfo> differences, string database) => differences.Select(d => new SchemaDifference
    {
        Database = database,
        Kind = d.Kind,
        Object = d.Object,
        Expected = d.Expected,
        Actual = d.Actual,
        Cause = d.Cause,
        Operations = RevisionObjects.Operations(d.Operations),
    });
}
