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
    public static DbMigrateException Unknown(RenameDecision decision, IReadOnlyList<string> parts, SchemaState from, SchemaState to, string? defaultSchema)
    {
        var what = from.Sequences.IsEmpty ? "table or column" : "table, column or sequence";
        var isNew = NameLookup.Tables(to, parts, defaultSchema).Count + NameLookup.Columns(to, parts, defaultSchema).Count + NameLookup.Sequences(to, parts, defaultSchema).Count == 1;
        return Invalid(decision, $"there was no such {what}" + (isNew
            ? "; that is a new name, and the key is the old one"
            : NameHints.OfColumns(from, parts, defaultSchema, "the tables were ", "had the columns ") + NameHints.List("; the sequences were ", parts[^1], Names(from.Sequences.Keys))));
    }

    /// <summary>A new name that the model does not have, with those that are new.</summary>
    public static DbMigrateException UnknownTarget(RenameDecision decision, string kind, IEnumerable<ObjectName> come)
        => Invalid(decision, $"the model has no {kind} {decision.To}" + NameHints.List($"; new {kind}s are ", decision.To!, Names(come)));

    private static IEnumerable<string> Names(IEnumerable<ObjectName> names) => names.Select(n => n.ToString());
}
