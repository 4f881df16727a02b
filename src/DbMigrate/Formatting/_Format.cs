using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using DbMigrate.Output;

namespace DbMigrate.Formatting;

/// <summary>What the cells of <c>DbMigrate.format.ps1xml</c> show. Not meant to be called by anything else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class _Format
{
    /// <summary>The mark in front of a revision: <c>*</c> where the database stands, <c>+</c> what it has.</summary>
    /// <param name="revision">The revision.</param>
    public static string Mark(MigrationRevision revision) => revision switch
    {
        { IsCurrent: true } => "*",
        { IsApplied: true } => "+",
        _ => "",
    };

    /// <summary>What is to be said of a revision besides its message.</summary>
    /// <param name="revision">The revision.</param>
    public static string Notes(MigrationRevision revision)
    {
        var notes = new List<string>();
        if (revision.IsHead)
            notes.Add("head");
        if (revision.IsBranchPoint)
            notes.Add("branch point");
        if (revision.IsMergePoint)
            notes.Add("merge");
        notes.AddRange(revision.Labels);
        if (revision.IsApplied == true)
            notes.Add(revision.AppliedAt is { } time ? $"applied {Time(time)}" : "applied");
        else if (revision.IsApplied == false)
            notes.Add("pending");
        return string.Join(", ", notes);
    }

    /// <summary>The revisions that build on a branch point, one a line, with their labels.</summary>
    /// <param name="revision">The branch point.</param>
    public static string Children(MigrationRevision revision)
        => string.Join(Environment.NewLine, (revision.Children ?? []).Select(c => c.Labels.Length == 0 ? c.Revision : $"{c.Revision} ({string.Join(", ", c.Labels)})"));

    /// <summary>A revision in the drawing of the graph, with the lines that lead to the next.</summary>
    /// <param name="revision">The revision.</param>
    public static string Graph(MigrationRevision revision)
    {
        var lines = revision.Graph is { Length: > 0 } drawn ? drawn : [""];
        var notes = GraphNotes(revision);
        var row = string.Join(" ", new[] { lines[0], revision.Revision, notes.Length == 0 ? "" : $"({notes})", revision.Message }.Where(part => part.Length > 0));
        return string.Join(Environment.NewLine, lines.Skip(1).Prepend(row));
    }

    // What the drawing shows by itself is not said again; what it cannot show are dependencies.
    private static string GraphNotes(MigrationRevision revision)
    {
        var notes = new List<string>();
        if (revision.IsCurrent == true)
            notes.Add("current");
        else if (revision.IsApplied is { } applied)
            notes.Add(applied ? "applied" : "pending");
        if (revision.IsHead)
            notes.Add("head");
        notes.AddRange(revision.Labels);
        if (revision.DependsOn.Length > 0)
            notes.Add("needs " + string.Join(", ", revision.DependsOn));
        return string.Join(", ", notes);
    }

    /// <summary>A time in the reader's zone and without seconds.</summary>
    /// <param name="time">The time, or null.</param>
    public static string Time(DateTimeOffset? time) => time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A duration in the unit that suits it.</summary>
    /// <param name="duration">The duration.</param>
    public static string Duration(TimeSpan duration)
    {
        if (duration.TotalSeconds < 1)
            return duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
        return duration.TotalMinutes < 1
            ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
            : duration.ToString(duration.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Names on one line; a word where there is none.</summary>
    /// <param name="names">The names.</param>
    /// <param name="none">The word.</param>
    public static string Names(string[] names, string none) => names is { Length: > 0 } ? string.Join(", ", names) : none;

    /// <summary>Operations, one a line, those that lose data marked with <c>!</c>.</summary>
    /// <param name="operations">The operations, or null.</param>
    public static string Operations(MigrationOperation[]? operations)
        => operations is { Length: > 0 } ? string.Join(Environment.NewLine, operations.Select(Operation)) : "none";

    /// <summary>An operation on one line, marked with <c>!</c> where it loses data, and where an upgrade of EF Core is its reason.</summary>
    /// <param name="operation">The operation.</param>
    public static string Operation(MigrationOperation operation)
        => (operation.IsDestructive ? "! " : "  ") + operation + (operation.Cause.Length > 0 ? " (upgrade of EF Core)" : "");

    /// <summary>Where a step was done: the database's logical name, if it has one, and its place.</summary>
    /// <param name="step">The step.</param>
    public static string Place(MigrationStep step) => step.Database.Length > 0 ? $"{step.Database} ({step.DataSource})" : step.DataSource;

    /// <summary>The state of a database in a sentence.</summary>
    /// <param name="status">The status.</param>
    public static string State(MigrationStatus status)
    {
        var facts = new List<string>();
        facts.AddRange(status.Unfinished);
        if (status.Pending.Length > 0)
            facts.Add($"{status.Pending.Length} pending");
        if (status.Unknown.Length > 0)
            facts.Add($"{status.Unknown.Length} without a script");
        if (status.Changed.Length > 0)
            facts.Add($"{status.Changed.Length} changed after being applied");
        return facts.Count == 0 ? "up to date" : string.Join(", ", facts);
    }

    /// <summary>The end of an EF Core provider's name, which is what tells them apart.</summary>
    /// <param name="provider">The name.</param>
    public static string Provider(string provider) => provider.Substring(provider.LastIndexOf('.') + 1);
}
