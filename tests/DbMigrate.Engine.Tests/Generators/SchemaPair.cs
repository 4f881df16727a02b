using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Two related schemas.</summary>
/// <param name="From">The schema before.</param>
/// <param name="To">The schema after some changes.</param>
/// <param name="Decisions">What a person would pass: the renames, drops and fills among the changes.</param>
/// <param name="Changes">The kinds of the changes, for example <c>rename column</c>.</param>
internal sealed record SchemaPair(SchemaState From, SchemaState To, DiffDecisions Decisions, IReadOnlyList<string> Changes);
