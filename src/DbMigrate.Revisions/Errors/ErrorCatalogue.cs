using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Revisions.Errors;

/// <summary>Every error that users can meet: stable name, category, recommended action. Messages are made where it happens.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>An error that is not the user's: a defect of DbMigrate.</summary>
    public static readonly ErrorKind Unexpected = new("Unexpected", "NotSpecified", "Report it with the output of the same command with -Debug.");

    // Made when it is first asked for: the parts of a class are initialized in no order that the language names.
    private static readonly Lazy<IReadOnlyList<ErrorKind>> Entries = new(() =>
        [.. typeof(ErrorCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(ErrorKind)).Select(f => (ErrorKind)f.GetValue(null)!)]);

    /// <summary>All entries.</summary>
    public static IReadOnlyList<ErrorKind> All => Entries.Value;

    /// <summary>Finds an entry by its <see cref="ErrorKind.Name"/>; <see cref="Unexpected"/> where there is none.</summary>
    /// <param name="name">The name without its <c>DbMigrate.</c> prefix.</param>
    public static ErrorKind Find(string name)
        => All.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) ?? Unexpected;
}
