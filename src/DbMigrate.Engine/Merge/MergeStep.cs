using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Merge;

/// <summary>A revision that takes part in a merge.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Message">What it is for.</param>
/// <param name="Path">Its script.</param>
/// <param name="Operations">What it does; new objects on every call, because generating SQL changes them.</param>
internal sealed record MergeStep(string Id, string Message, string Path, Func<IReadOnlyList<MigrationOperation>> Operations);

/// <summary>One line of revisions that is to be joined with others.</summary>
/// <param name="Head">The revision that the merge builds on.</param>
/// <param name="Steps">What the line has and not all the others, parents first.</param>
internal sealed record MergeSide(string Head, IReadOnlyList<MergeStep> Steps);
