using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>
/// Graphs and plans as text: <c>x:p,q</c> is revision x with parents p and q, <c>x:-</c> a root, <c>~d</c> a dependency,
/// <c>#l</c> a label. Ids that are separated by blanks or '+' are applied ones: their ancestors are, too.
/// </summary>
internal static class Notation
{
    public static RevisionGraph Graph(string text) => RevisionGraph.Build(Scripts(text));

    public static RevisionScript[] Scripts(string text) => [.. Words(text).Select(Script)];

    /// <summary>The applied set that these heads imply.</summary>
    public static IReadOnlyList<string> Applied(this RevisionGraph graph, string heads) => graph.AncestorsAndSelf(Words(heads));

    /// <summary>The effective heads after a plan was run, sorted.</summary>
    public static string RowsAfterUp(this RevisionGraph graph, string heads, IEnumerable<Revision> plan)
        => Rows(graph.EffectiveHeads(graph.Applied(heads).Concat(plan.Select(r => r.Id))));

    public static string RowsAfterDown(this RevisionGraph graph, string heads, IEnumerable<Revision> plan)
        => Rows(graph.EffectiveHeads(graph.Applied(heads).Except(plan.Select(r => r.Id))));

    public static string Rows(IEnumerable<string> ids) => string.Join(" ", ids.OrderBy(i => i, StringComparer.Ordinal));

    public static string Ids(IEnumerable<Revision> revisions) => string.Join(" ", revisions.Select(r => r.Id));

    public static string[] Words(string text) => text.Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries);

    private static RevisionScript Script(string word)
    {
        var label = word.IndexOf('#') is >= 0 and var l ? l : word.Length;
        var dependency = word.IndexOf('~') is >= 0 and var d ? d : word.Length;
        var colon = word.IndexOf(':');
        var header = new RevisionHeader
        {
            Id = word[..colon],
            Parents = [.. Part(':').Where(p => p != "-")],
            Labels = Part('#'),
            DependsOn = Part('~'),
            Created = new DateTimeOffset(2026, 11, 22, 14, 3, 0, TimeSpan.Zero),
        };
        return new RevisionScript(header, $"/versions/{header.Id}.cs", "", "");

        string[] Part(char mark)
        {
            int[] marks = [colon, label, dependency, word.Length];
            var start = word.IndexOf(mark);
            return start < 0 ? [] : word[(start + 1)..marks.Where(m => m > start).Min()].Split(',', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
