using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Offline;

/// <summary>Writes revisions as text, each on what the ones before it leave, which is only thought of.</summary>
/// <param name="provider">Makes the statements.</param>
/// <param name="client">Makes the text.</param>
/// <param name="database">Logical name of the database; empty where the folder has one.</param>
/// <param name="checks">What each revision must find; null where somebody has looked already.</param>
/// <param name="isIdempotent">Whether each revision is left out where it is done already.</param>
internal sealed class StepWriter(DatabaseProvider provider, ClientScript client, string database, StepChecks? checks, bool isIdempotent = false)
{
    private readonly Bookkeeping _bookkeeping = new(client.History);

    /// <summary>The steps with their text.</summary>
    /// <param name="codes">In the order in which they run.</param>
    /// <param name="down">Whether they are undone.</param>
    /// <param name="schema">What the database has before.</param>
    /// <param name="fromNothing">Whether nothing is recorded before, so that our tables may not be there.</param>
    public IReadOnlyList<string> Write(IReadOnlyList<RevisionCode> codes, bool down, SchemaState schema, bool fromNothing)
    {
        var texts = new List<string>();
        foreach (var code in codes)
        {
            var script = RevisionSql.Generate(code, down, provider, schema);
            schema = script.After;
            texts.Add(client.Write(new ScriptPart(Title(code.Script, down), script)
            {
                Create = fromNothing && texts.Count == 0 ? _bookkeeping.Create : [],
                OnlyIf = isIdempotent ? new RowCheck("", [code.Id], IsRecorded: down) : null,
                Checks = checks?.Before(code.Id, down) ?? [],
                Records = Records(code.Script, down),
            }));
        }
        return texts;
    }

    /// <summary>What is left of a revision that is not finished.</summary>
    /// <param name="code">The revision.</param>
    /// <param name="down">Whether it is undone.</param>
    /// <param name="entry">How far it is.</param>
    public string WriteRest(RevisionCode code, bool down, JournalEntry entry)
    {
        var script = entry.Script.ToScript();
        return client.Write(new ScriptPart($"{Title(code.Script, down)}: go on at {entry.Place}", script with { Statements = [.. script.Statements.Skip(entry.Done)] })
        {
            Checks = checks?.Before(code.Id, down) ?? [],
            Records = [.. Records(code.Script, down), client.History.Journal.Remove(code.Id)],
        });
    }

    /// <summary>The text that stamps.</summary>
    /// <param name="plan">Which rows come and go.</param>
    /// <param name="fromNothing">Whether nothing is recorded before.</param>
    public string WriteStamp(StampPlan plan, bool fromNothing)
        => client.Write(new ScriptPart("Stamp " + (plan.Current.Count == 0 ? "base" : string.Join(", ", plan.Current)) + Place("in"), new SqlScript([], SchemaState.Empty))
        {
            Create = fromNothing ? _bookkeeping.Create : [],
            Checks = plan.IsPurge ? [] : checks?.BeforeStamp([.. plan.Add.Select(s => s.Header.Id)], plan.Remove) ?? [],
            Records = plan.Statements(client.History, RunFacts.OfScript),
        });

    private string[] Records(RevisionScript script, bool down) =>
    [
        down ? _bookkeeping.Remove(script.Header.Id) : _bookkeeping.Add(script, HistoryRow.Applied, RunFacts.OfScript),
        _bookkeeping.Log(script.Header.Id, down ? LogEntry.Down : LogEntry.Up, RunFacts.OfScript),
    ];

    private string Title(RevisionScript script, bool down)
        => $"{(down ? "Undo" : "Apply")} {script.Header.Id}{Place(down ? "in" : "to")}{(script.Header.Message.Length == 0 ? "" : ": " + script.Header.Message)}";

    private string Place(string word) => database.Length == 0 ? "" : $" {word} {database}";
}
