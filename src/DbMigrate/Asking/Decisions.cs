using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Commands;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Asking;

/// <summary>
/// Lets a person decide what a new revision leaves open. An answer becomes an entry of the request, as the parameter's
/// would, so that there is one way to decide; and the parameters that would decide the same are told.
/// </summary>
internal sealed class Decisions(DbMigrateCommand command, GenerateRequest request)
{
    private readonly HostQuestions _host = new(command);
    private readonly List<FillMessage> _fills = [];
    private string _problem = "";
    private bool _isAnswered;

    /// <summary>Whether the failure is settled by answers, so that the request can be sent again.</summary>
    public bool Settle(DbMigrateException failure)
        => failure.Open is { } open ? CanAsk() && Renames(open) && Fills(open) : IsMistaken(failure);

    /// <summary>Tells what would decide the same without a question.</summary>
    public void Tell()
    {
        if (_isAnswered)
            HostText.Write(command, $"\nTo decide the same without being asked: {string.Join(" ", Parameters())}");
    }

    private bool CanAsk()
    {
        var confirmation = new Confirmation(command, ConfirmImpact.Medium);
        var why = confirmation.IsWhatIf ? "-WhatIf asks nothing" : confirmation.WhyNobodyAnswers();
        if (why is not null)
            command.WriteVerbose($"Nobody is asked for the decision: {why}.");
        return why is null;
    }

    // What is taken by one answer is no candidate in the next question; what then has none is not asked about.
    private bool Renames(OpenDecisions open)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rename in open.Renames)
        {
            var candidates = rename.Choices.Where(c => !taken.Contains(c.Name)).ToList();
            if (candidates.Count == 0)
                continue;
            if (RenameQuestion.Ask(_host, open, rename, candidates) is not { } answer)
                return false;
            if (answer.To is not null)
                taken.Add(candidates.First(c => c.To == answer.To).Name);
            request.Renames = [.. request.Renames, answer];
            _isAnswered = true;
        }

        return true;
    }

    private bool Fills(OpenDecisions open)
    {
        foreach (var fill in open.Fills)
        {
            if (FillQuestion.Ask(_host, open, fill, _problem) is not { } answer)
                return false;
            _problem = "";
            _fills.Add(answer);
            request.Fills = [.. request.Fills, answer];
            _isAnswered = true;
        }

        return true;
    }

    // An answer that the engine cannot use is taken back and asked for again.
    private bool IsMistaken(DbMigrateException failure)
    {
        if (failure.Kind != ErrorCatalogue.FillInvalid || _fills.LastOrDefault(f => f.Column == failure.Target || f.Column.EndsWith(":" + failure.Target, StringComparison.Ordinal)) is not { } mistaken)
            return false;
        _fills.Remove(mistaken);
        request.Fills = [.. request.Fills.Where(f => f != mistaken)];
        _problem = failure.Message;
        return true;
    }

    private IEnumerable<string> Parameters()
    {
        if (request.Renames.Length > 0)
            yield return "-Rename " + PasteReady.Table(request.Renames.Select(r => (r.From, r.To)));
        if (request.Fills.Length > 0)
            yield return "-Fill " + PasteReady.Literals(request.Fills.Select(f => (f.Column, f.Sql is null ? PasteReady.Text(f.Value) : $"@{{ Sql = {PasteReady.Text(f.Sql)} }}")));
    }
}
