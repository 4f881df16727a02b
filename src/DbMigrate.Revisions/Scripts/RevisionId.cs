using System;
using System.Linq;
using System.Security.Cryptography;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Ids of revisions: generated ones are 12 hex digits that begin with a letter.</summary>
public static class RevisionId
{
    /// <summary>How long an id may be; the history table's column has this width.</summary>
    public const int MaxLength = 64;

    private static readonly string[] Symbols = ["head", "heads", "base", "current"];

    /// <summary>A new random id.</summary>
    public static string New()
    {
        using var random = RandomNumberGenerator.Create();
        var bytes = new byte[6];

        // An id that begins with a digit could be a number to PowerShell; those are thrown again.
        do
            random.GetBytes(bytes);
        while (bytes[0] < 0xA0);

        return string.Concat(bytes.Select(b => b.ToString("x2", null)));
    }

    /// <summary>Checks an id given by hand: letters, digits and <c>_</c>, at most 64, no symbol.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="DbMigrateException"><c>RevisionIdInvalid</c>.</exception>
    public static void Validate(string id)
    {
        if (Problem(id, "revision identifier") is { } problem)
            throw ErrorCatalogue.RevisionIdInvalid.Error(problem, id);
    }

    /// <summary>Checks a branch label given by hand; the rules are those of ids.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="DbMigrateException"><c>LabelInvalid</c>.</exception>
    public static void ValidateLabel(string label)
    {
        if (Problem(label, "branch label") is { } problem)
            throw ErrorCatalogue.LabelInvalid.Error(problem, label);
    }

    internal static bool IsSymbol(string text) => Symbols.Contains(text, StringComparer.OrdinalIgnoreCase);

    internal static bool IsIdCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    /// <summary>What is wrong with an id or label; null where nothing is.</summary>
    internal static string? Problem(string text, string what)
    {
        if (text.Length == 0)
            return $"A {what} cannot be empty.";

        var wrong = text.Where(c => !IsIdCharacter(c)).Distinct().Select(c => $"'{c}'").ToArray();
        if (wrong.Length > 0)
            return $"Character(s) {string.Join(", ", wrong)} not allowed in {what} '{text}'.";

        if (text.Length > MaxLength)
            return $"The {what} '{text}' has {text.Length} characters; at most {MaxLength} are allowed.";

        return IsSymbol(text) ? $"'{text}' cannot be a {what}: it is a symbol." : null;
    }
}
