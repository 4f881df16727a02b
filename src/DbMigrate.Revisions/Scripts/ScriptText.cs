using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Scripts;

/// <summary>The text of a script as it is hashed and compiled: without byte order mark, with LF line ends.</summary>
public static class ScriptText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file strictly as UTF-8 and brings it into its normal form.</summary>
    /// <param name="path">Full path of the script.</param>
    /// <exception cref="DbMigrateException"><c>ScriptUnreadable</c>.</exception>
    public static string Read(string path)
    {
        string text;
        try
        {
            text = Normalize(Utf8.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException e)
        {
            throw ErrorCatalogue.ScriptUnreadable.Error($"The script '{path}' is not UTF-8: it has an invalid byte at offset {e.Index}.", path, inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorCatalogue.ScriptUnreadable.Error($"The script '{path}' cannot be read: {e.Message}", path, inner: e);
        }

        if (IsHalfWritten(text))
            throw ErrorCatalogue.ScriptUnreadable.Error($"The script '{path}' is not complete: it ends in the middle, as if writing it had been interrupted.", path);
        return text;
    }

    /// <summary>A text without byte order mark and with LF line ends.</summary>
    /// <param name="text">Any text.</param>
    public static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n");

    /// <summary>The script hash: SHA-256 of the normalized text in UTF-8, lower-case hex.</summary>
    /// <param name="text">A text, normalized or not.</param>
    public static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Utf8.GetBytes(Normalize(text)))).Replace("-", "").ToLowerInvariant();
    }

    // A complete file of C# ends with a brace, a comment or a directive; what a crash leaves ends anywhere, or in zeros.
    private static bool IsHalfWritten(string text)
    {
        var end = text.TrimEnd();
        if (end.Length == 0 || end.IndexOf('\0') >= 0 || HeaderLines.EndOfHeader(end) == end.Length)
            return true;

        var lastLine = end.Substring(end.LastIndexOf('\n') + 1).TrimStart();
        return !(end[end.Length - 1] == '}' || lastLine.StartsWith("//", StringComparison.Ordinal)
            || lastLine.StartsWith("#", StringComparison.Ordinal) || lastLine.EndsWith("*/", StringComparison.Ordinal));
    }
}
