using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Grammar;

/// <summary>Every parameter that takes revisions understands the same inputs in the same way.</summary>
public sealed class OneGrammarTests : IClassFixture<GrammarFolder>
{
    private static readonly RevisionParameter[] Parameters =
    [
        new("Get-DbMigration", "Revision", "look up", "Get-DbMigration {0}" + GrammarFolder.Database, RevisionParameter.Returned),
        new("Compare-DbSchema", "Reference", "compare", "Compare-DbSchema {0} -Difference base -Verbose" + GrammarFolder.Database, RevisionParameter.Compared("^The reference is revision (.*)\\.$")),
        new("Compare-DbSchema", "Difference", "compare", "Compare-DbSchema -Reference base {0} -Verbose" + GrammarFolder.Database, RevisionParameter.Compared("^What is compared with it is revision (.*)\\.$")),
        new("Edit-DbMigration", "Revision", "edit", "Edit-DbMigration {0} -WhatIf" + GrammarFolder.Database, RevisionParameter.Shown("What if: Edit the script .*?(\\w+)\\.cs")),
        new("New-DbMigration", "Head", "build on", "New-DbMigration x {0} -Empty -Splice -WhatIf", RevisionParameter.Shown("^// Parents: +(.*)$")),
        new("New-DbMigration", "DependsOn", "depend on", "New-DbMigration x {0} -Empty -Head base -WhatIf", RevisionParameter.Shown("^// Depends on: +(.*)$")),
        new("Merge-DbMigration", "Revision", "merge", "Merge-DbMigration {0} -Splice -WhatIf -Provider Sqlite", RevisionParameter.Shown("^// Parents: +(.*)$")) { Refusal = "^Only (\\w+) " },
        new("Update-Database", "Revision", "apply", "Update-Database {0} -WhatIf" + GrammarFolder.Database, RevisionParameter.Shown("What if: Apply revision (\\w+)")),
        new("Update-DbMigration", "Revision", "apply", "Update-DbMigration {0} -WhatIf" + GrammarFolder.Database, RevisionParameter.Shown("What if: Apply revision (\\w+)")),
        new("Undo-DbMigration", "Revision", "undo", "Undo-DbMigration {0} -WhatIf" + GrammarFolder.Database, RevisionParameter.Shown("What if: Undo revision (\\w+)")),
        new("Set-DbMigrationStamp", "Revision", "stamp", "Set-DbMigrationStamp {0} -WhatIf" + GrammarFolder.Database, RevisionParameter.Stamped),
        new("Get-DbMigrationHistory", "Range", "range to", "Get-DbMigrationHistory {0}" + GrammarFolder.Database, RevisionParameter.Returned),
        new("Export-DbMigrationScript", "Range", "script to", "Export-DbMigrationScript {0} -Provider Sqlite", RevisionParameter.Scripted),
    ];

    private readonly GrammarFolder _folder;

    public OneGrammarTests(GrammarFolder folder) => _folder = folder;

    public static TheoryData<string, string> Names => [.. Parameters.Select(p => (p.Cmdlet, p.Name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Named(string cmdlet, string parameter) => Check(cmdlet, parameter, input => $"-{parameter} {input}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Named_with_a_colon(string cmdlet, string parameter) => Check(cmdlet, parameter, input => $"-{parameter}:{input}");

    [Fact]
    public void By_position()
    {
        foreach (var parameter in Parameters.Where(p => Metadata(p).ParameterSets.Values.Single().Position >= 0))
            Check(parameter.Cmdlet, parameter.Name, input => input);
    }

    [Fact]
    public void From_the_pipeline()
    {
        foreach (var parameter in Parameters.Where(p => Metadata(p).ParameterSets.Values.Single().ValueFromPipelineByPropertyName))
            Check(parameter.Cmdlet, parameter.Name, _ => "", input => $"[pscustomobject]@{{ {parameter.Name} = {(IsWord(input) ? $"'{input}'" : input)} }} | ");
    }

    [Fact]
    public void Every_parameter_that_takes_revisions_is_in_the_table_and_completes()
    {
        var found = Cmdlets.All(_folder.Session).SelectMany(c => c.Parameters.Values.Where(TakesRevisions).Select(p => $"{c.Name} -{p.Name}"));

        Assert.Equal(Parameters.Select(p => $"{p.Cmdlet} -{p.Name}").Order(), found.Order());
        Assert.All(Parameters, p => Assert.Contains(Metadata(p).Attributes, a => Completer(a) is "RevisionCompleter" or "RangeCompleter" or "SchemaSideCompleter"));
    }

    private void Check(string cmdlet, string name, Func<string, string> argument, Func<string, string>? before = null)
    {
        var parameter = Parameters.Single(p => p.Cmdlet == cmdlet && p.Name == name);
        var others = new List<string>();
        foreach (var (input, expected) in GrammarTable.Column(parameter.Column))
        {
            var written = parameter.Name == "Range" ? AsEnd(input) : input;
            var command = before?.Invoke(written) + string.Format(null, parameter.Command, argument(written)) + " -Path graph";
            if (parameter.Read(_folder.Session.Run(command)) is var actual && actual != expected)
                others.Add($"{command}: '{expected}' was expected, '{actual}' came out");
        }

        Assert.True(others.Count == 0, string.Join("\n", others));
        Assert.Equal(5, Directory.GetFiles(_folder.Versions).Length);
    }

    // The word as the end of a range; what is no word is given as it is, to be refused.
    private static string AsEnd(string input) => input.Trim('\'', ' ').Length == 0 || input[0] is '$' or '@' ? input : $"':{input.Trim('\'', '(', ')')}'";

    private static bool IsWord(string input) => input[0] is not ('\'' or '$' or '(' or '@');

    private ParameterMetadata Metadata(RevisionParameter parameter) => Cmdlets.All(_folder.Session).Single(c => c.Name == parameter.Cmdlet).Parameters[parameter.Name];

    private static bool TakesRevisions(ParameterMetadata parameter)
        => parameter.Name is "Revision" or "Head" or "DependsOn" or "Range" || parameter.Attributes.Any(a => Completer(a) is "RevisionCompleter" or "RangeCompleter" or "SchemaSideCompleter");

    private static string? Completer(Attribute attribute) => (attribute as ArgumentCompleterAttribute)?.Type?.Name;
}
