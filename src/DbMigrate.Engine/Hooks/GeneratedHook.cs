using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Hooks.Operations;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Hooks;

/// <summary>Lets the hook <c>Generated</c> change what a new revision does to a database, before it is written.</summary>
internal sealed class GeneratedHook(GenerateRequest request, RequestScope scope)
{
    private readonly OperationForms _forms = new();

    /// <exception cref="DbMigrateException"><c>HookFailed</c>; <c>HooksInvalid</c> where what it returned are no operations, or none that can run.</exception>
    public DatabaseChange Apply(DatabaseChange change, DiffDecisions decisions)
    {
        if (change.Up.Count == 0 || !request.Folder.Hooks.Contains(Questions.Generated, StringComparer.OrdinalIgnoreCase))
            return change;

        var question = new GeneratedQuestion
        {
            Database = change.Target.Name,
            Revision = request.RevisionId,
            Message = request.Message,
            Parents = request.Parents,
            Up = _forms.Write(change.Up),
            Down = _forms.Write(change.Down),
        };
        var answer = scope.Ask(Questions.Generated, question, ProtocolJson.Default.GeneratedQuestion, ProtocolJson.Default.GeneratedAnswer);
        return Is(question.Up, answer.Up) && Is(question.Down, answer.Down) ? change : Change(change, Read(answer.Up, "Up"), Read(answer.Down, "Down"), decisions);
    }

    private DatabaseChange Change(DatabaseChange change, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down, DiffDecisions decisions)
    {
        var after = Replay(change, change.Before, up, "Up cannot follow what the scripts add up to");
        return change with
        {
            Up = up,
            Down = down,
            After = after,
            Undone = Replay(change, after, down, "Down cannot follow Up"),
            IsFromHook = true,
            Losses = Losses(change, after, decisions),
        };
    }

    private IReadOnlyList<MigrationOperation> Read(PlainValue[] forms, string list)
    {
        try
        {
            return _forms.Read(forms, list);
        }
        catch (PlainFormException e)
        {
            throw Invalid(e.Message, e);
        }
    }

    private SchemaState Replay(DatabaseChange change, SchemaState before, IReadOnlyList<MigrationOperation> operations, string problem)
    {
        try
        {
            return new Replayer(change.Target.Traits).Apply(before, operations);
        }
        catch (DbMigrateException e)
        {
            throw Invalid($"{problem}: {e.Message}", e);
        }
    }

    // What is lost now. Where renames were taken out it cannot be told apart, and the warnings of before stand.
    private static IReadOnlyList<string> Losses(DatabaseChange change, SchemaState after, DiffDecisions decisions)
    {
        try
        {
            return new SchemaDiffer(change.Target.Traits).Diff(change.Before, after, decisions with { IsReverse = true, Fills = [] }).Losses;
        }
        catch (DbMigrateException)
        {
            return change.Losses;
        }
    }

    private DbMigrateException Invalid(string what, Exception cause)
    {
        var file = Path.Combine(request.Folder.Root, "env.ps1");
        return ErrorCatalogue.HooksInvalid.Error($"What the hook Generated in {file} returned cannot be written: {what}{(what.EndsWith('.') ? "" : ".")}", file, inner: cause);
    }

    private static bool Is(PlainValue[] sent, PlainValue[] returned)
        => JsonSerializer.Serialize(sent, ProtocolJson.Default.PlainValueArray) == JsonSerializer.Serialize(returned, ProtocolJson.Default.PlainValueArray);
}
