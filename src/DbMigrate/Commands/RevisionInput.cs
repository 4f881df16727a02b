using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Commands;

/// <summary>The revisions that a command got, from its parameters or object by object from the pipeline, each for some databases or all.</summary>
internal sealed class RevisionInput
{
    private readonly List<(IReadOnlyList<string>? Databases, IReadOnlyList<string> Revisions)> _input = [];

    /// <summary>An empty pipeline asks for nothing, which is not the same as asking for the head.</summary>
    public bool IsEmpty => _input.Count == 0;

    /// <summary>Every revision, whatever the database.</summary>
    public IReadOnlyList<string> All => [.. _input.SelectMany(i => i.Revisions)];

    public void Add(IReadOnlyList<string>? databases, IReadOnlyList<string> revisions) => _input.Add((databases, revisions));

    /// <summary>Those for the database with a name: one plan, whatever the order of the objects.</summary>
    public IReadOnlyList<string> Of(string database)
        => [.. _input.Where(i => i.Databases?.Contains(database, StringComparer.OrdinalIgnoreCase) != false).SelectMany(i => i.Revisions).Distinct(StringComparer.OrdinalIgnoreCase)];
}
