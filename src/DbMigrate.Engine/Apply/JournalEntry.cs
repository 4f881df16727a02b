using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply;

/// <summary>A revision that was begun and is not finished.</summary>
/// <param name="Revision">Its id.</param>
/// <param name="Direction">As in the log.</param>
internal sealed record JournalEntry(string Revision, string Direction)
{
    public required string ScriptHash { get; init; }

    /// <summary>How many statements are done and committed; the one after them may be half done.</summary>
    public required int Done { get; init; }

    /// <summary>The statements as they were when the revision was begun: what they start from is not there any more.</summary>
    public required JournalScript Script { get; init; }

    /// <summary>Round-trip text of the time, UTC.</summary>
    public required string StartedAt { get; init; }

    public required string RunBy { get; init; }

    /// <summary>Readable: where it goes on.</summary>
    public string Place => Done < Script.Statements.Length
        ? string.Create(CultureInfo.InvariantCulture, $"statement {Done + 1} of {Script.Statements.Length}")
        : string.Create(CultureInfo.InvariantCulture, $"after statement {Done}, the last");
}

/// <summary>The statements of a revision as they are kept.</summary>
/// <param name="HasRebuild">As of <see cref="SqlScript.HasRebuild"/>.</param>
/// <param name="Statements">In order.</param>
internal sealed record JournalScript(bool HasRebuild, JournalStatement[] Statements)
{
    public static JournalScript Of(SqlScript script)
        => new(script.HasRebuild, [.. script.Statements.Select(s => new JournalStatement(s.Text, s.Purpose, s.SuppressTransaction, s.Evidence))]);

    public SqlScript ToScript()
        => new([.. Statements.Select(s => new SqlStatement(s.Text, s.Purpose) { SuppressTransaction = s.SuppressTransaction, Evidence = s.Evidence })], SchemaState.Empty) { HasRebuild = HasRebuild };
}

/// <summary>A statement as it is kept.</summary>
internal sealed record JournalStatement(string Text, string Purpose, bool SuppressTransaction, RowEvidence? Evidence);

/// <summary>Reads and writes kept statements without reflection.</summary>
[JsonSerializable(typeof(JournalScript))]
internal sealed partial class JournalJson : JsonSerializerContext;
