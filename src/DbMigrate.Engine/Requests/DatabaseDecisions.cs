using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>
/// Which entries of <c>-Rename</c> and <c>-Fill</c> are for which database. Among several databases, an entry may begin
/// with the name of one and a colon; any other is for each that has the table, sequence or column. What none has is left to the
/// first, whose diff refuses it.
/// </summary>
internal static class DatabaseDecisions
{
    /// <summary>The decisions for one database of several.</summary>
    public static DiffDecisions For(DatabaseModel database, IReadOnlyList<DatabaseModel> all, GenerateRequest request) => new()
    {
        Renames = [.. request.Renames.SelectMany(r => Mine(r.From, database, all, d => d.Recorded).Select(key => new RenameDecision(key, r.To)))],
        Fills = [.. request.Fills.SelectMany(f => Mine(f.Column, database, all, d => d.Desired).Select(key => new FillDecision(key, f.Value, f.Sql)))],
    };

    // The key to use in this database; none where the entry is for others.
    private static IEnumerable<string> Mine(string key, DatabaseModel database, IReadOnlyList<DatabaseModel> all, Func<DatabaseModel, SchemaState> schema)
    {
        if (all.Count == 1 && database.Target.Name.Length == 0)
            return [key];
        if (all.FirstOrDefault(d => key.StartsWith(d.Target.Name + ":", StringComparison.OrdinalIgnoreCase)) is { } named)
            return named == database ? [key[(named.Target.Name.Length + 1)..]] : [];

        var owners = all.Where(d => Has(schema(d), key, d.Target.Traits.DefaultSchema)).DefaultIfEmpty(all[0]);
        return owners.Contains(database) ? [key] : [];
    }

    private static bool Has(SchemaState state, string key, string? defaultSchema)
    {
        var parts = DottedName.Parse(key);
        return NameLookup.Tables(state, parts, defaultSchema).Count > 0 || NameLookup.Sequences(state, parts, defaultSchema).Count > 0 || NameLookup.Columns(state, parts, defaultSchema).Count > 0
            || NameLookup.JsonParts(state, parts, defaultSchema).Count > 0;
    }
}
