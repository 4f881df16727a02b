using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Reads the hashtable of <c>-Rename</c>.</summary>
internal static class RenameArgument
{
    // A hashtable has no order of its own; sorted, the same input always gives the same request.
    public static RenameMessage[] Read(IDictionary? table)
        => table is null ? [] : [.. table.Cast<DictionaryEntry>().Select(Read).OrderBy(r => r.From, StringComparer.Ordinal)];

    private static RenameMessage Read(DictionaryEntry entry)
    {
        if (entry.Key is not string from || string.IsNullOrWhiteSpace(from))
            throw ErrorCatalogue.RenameInvalid.Error($"-Rename has the key '{entry.Key}', which is no name of a table, column or sequence.", "-Rename");

        var value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        return value switch
        {
            null => new RenameMessage { From = from },
            string to when !string.IsNullOrWhiteSpace(to) => new RenameMessage { From = from, To = to },
            _ => throw ErrorCatalogue.RenameInvalid.Error(
                $"-Rename has '{value}' as the new name of '{from}'; it must be a name, or $null for what was dropped.", from),
        };
    }
}
