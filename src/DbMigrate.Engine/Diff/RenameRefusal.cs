using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Why an entry of <c>-Rename</c> cannot be used, and what could be meant.</summary>
internal static class RenameRefusal
{
    /// <summary>An entry that fits nothing, or several objects.</summary>
    public static DbMigrateException Invalid(RenameDecision decision, string reason)
        => ErrorCatalogue.RenameInvalid.Error($"-Rename cannot use '{decision.From}' = {(decision.To is null ? "$null" : $"'{decision.To}'")}: {reason}.", decision.From);

    /// <summary>An entry whose new name is that of something nobody decided about.</summary>
    public static DbMigrateException Displaced(string from, string to)
        => ErrorCatalogue.RenameInvalid.Error(
            $"{from} cannot become {to}: that one exists already, and nothing says what becomes of it.",
            from,
            $"Pass -Rename {PasteReady.Table([(to, null)])} as well to drop it, or give its new name.");

    /// <summary>An old name that was not there, with what was.</summary>
    public static DbMigrateException Unknown(RenameDecision decision, IReadOnlyList<string> parts, SchemaState from, string? defaultSchema)
    {
        var what = from.Sequences.IsEmpty ? "table or column" : "table, column or sequence";
        var tables = parts.Count > 1 ? NameLookup.Tables(from, [.. parts.Take(parts.Count - 1)], defaultSchema) : [];
        var there = tables.Count == 1
            ? Listed($"; {tables[0]} had the columns ", from.Tables[tables[0]].Columns.Select(c => c.Name))
            : Listed("; the tables were ", Names(from.Tables.Keys)) + Listed("; the sequences were ", Names(from.Sequences.Keys));
        return Invalid(decision, $"there was no such {what}{there}");
    }

    /// <summary>A new name that the model does not have, with those that are new.</summary>
    public static DbMigrateException UnknownTarget(RenameDecision decision, string kind, IEnumerable<ObjectName> come)
        => Invalid(decision, $"the model has no {kind} {decision.To}" + Listed($"; new {kind}s are ", Names(come)));

    private static IEnumerable<string> Names(IEnumerable<ObjectName> names) => names.Select(n => n.ToString());

    private static string Listed(string start, IEnumerable<string> names)
    {
        var listed = names.Take(21).ToList();
        return listed.Count == 0 ? "" : start + string.Join(", ", listed.Take(20)) + (listed.Count > 20 ? ", …" : "");
    }
}
