using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class HelpTests(SharedSession shared) : IClassFixture<SharedSession>
{
    private readonly Session _session = shared.Session;

    public static TheoryData<string> Names
        => [.. ((object[])ScriptFiles.Data(Path.Combine(Repository.Root, "DbMigrate.psd1"))["CmdletsToExport"]!).Cast<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cmdlet_has_a_synopsis_a_description_examples_notes_and_links(string name)
    {
        var help = _session.Run($"Get-Help {name} -Full").Single();

        Assert.DoesNotContain(name, Text(help, "Synopsis"));
        Assert.NotEmpty(Text(help, "description"));
        Assert.NotEmpty(Text(help, "alertSet.alert"));
        Assert.NotEmpty(Many(help, "relatedLinks.navigationLink"));
        var examples = Many(help, "examples.example");
        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.NotEmpty(Text(e, "code")));
        Assert.All(examples, e => Assert.NotEmpty(Text(e, "remarks")));
    }

    [Fact]
    public void Examples_are_shown_apart()
        => Assert.Matches(@"\S *\n *\n *--- Example 2", _session.Show("Get-Help Undo-DbMigration -Examples"));

    [Fact]
    public void Figures_are_shown_below_what_is_typed()
        => Assert.Matches(@"-Graph *\n(.*\n)*.*Shows branches and merges:(.*\n)* *\* a1b2c3d4e5f6 .*\n(.*\n)* *\|\\ *\n *\| \* b0c1d2e3f4a5", _session.Show("Get-Help Get-DbMigrationHistory -Examples"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_is_described_as_it_is(string name)
    {
        var cmdlet = Cmdlets.All(_session).Single(c => c.Name == name);
        var actual = cmdlet.ParameterSets.Single().Parameters.Where(p => !Cmdlet.CommonParameters.Contains(p.Name));

        var described = Many(_session.Run($"Get-Help {name} -Full").Single(), "parameters.parameter")
            .Select(p => string.Join(" | ", Text(p, "name"), Text(p, "type.name"), Text(p, "required"), Text(p, "position"), Text(p, "pipelineInput"), Text(p, "aliases")));

        Assert.Equal(actual.OrderBy(p => p.Name, StringComparer.Ordinal).Select(Fact), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_has_a_sentence(string name)
        => Assert.All(Many(_session.Run($"Get-Help {name} -Full").Single(), "parameters.parameter"), p => Assert.EndsWith(".", Text(p, "description")));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_out_is_described_as_it_is(string name)
    {
        var cmdlet = Cmdlets.All(_session).Single(c => c.Name == name);
        var described = Many(_session.Run($"Get-Help {name} -Full").Single(), "returnValues.returnValue").Select(v => Text(v, "type.name"));

        Assert.Equal(cmdlet.OutputType.Select(t => t.Name), described);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_call_what_there_is(string name)
    {
        foreach (var example in Many(_session.Run($"Get-Help {name} -Full").Single(), "examples.example"))
        {
            var code = Text(example, "code");
            var ast = Parser.ParseInput(code, out _, out var errors);
            Assert.Empty(errors);
            foreach (var command in ast.FindAll(n => n is CommandAst, true).Cast<CommandAst>())
            {
                var cmdlet = Cmdlets.All(_session).SingleOrDefault(c => c.Name == command.GetCommandName());
                foreach (var parameter in command.CommandElements.OfType<CommandParameterAst>())
                    Assert.True(cmdlet is null || cmdlet.Parameters.ContainsKey(parameter.ParameterName), code);
            }
        }
    }

    [Fact]
    public void Help_is_readable()
    {
        var shown = _session.Show("Get-Help New-DbMigration -Full");

        Assert.Contains("Writes a revision with what has changed in the model.", shown);
        Assert.Contains("New-DbMigration [[-Message] <String>]", shown);
        Assert.DoesNotContain("`", shown);
    }

    [Theory]
    [InlineData("about_DbMigrate")]
    [InlineData("about_DbMigrate_Errors")]
    [InlineData("about_DbMigrate_Hooks")]
    [InlineData("about_DbMigrate_Pipelines")]
    public void Topics_are_found_and_fit_80_columns(string topic)
    {
        Assert.Contains($"TOPIC\n    {topic}", _session.Run($"Get-Help {topic}").Single().ToString()!.ReplaceLineEndings("\n"));
        Assert.All(File.ReadLines(Path.Combine(Repository.Module, "en-US", topic + ".help.txt")), line => Assert.True(line.Length <= 80, line));
    }

    private static string Fact(CommandParameterInfo parameter) => string.Join(
        " | ",
        parameter.Name,
        parameter.ParameterType.Name,
        parameter.IsMandatory ? "true" : "false",
        parameter.Position < 0 ? "named" : $"{parameter.Position}",
        parameter.ValueFromPipelineByPropertyName ? "True (ByPropertyName)" : "False",
        parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases));

    private static string Text(PSObject item, string path) => string.Join("\n", Many(item, path).Select(Paragraph)).Trim();

    private static string Paragraph(PSObject item)
        => item.Properties["Text"]?.Value is string text ? text : item.BaseObject as string ?? item.ToString();

    private static IReadOnlyList<PSObject> Many(PSObject item, string path)
    {
        IEnumerable<PSObject> found = [item];
        foreach (var name in path.Split('.'))
            found = found.SelectMany(f => LanguagePrimitives.GetEnumerable(f.Properties[name]?.Value)?.Cast<object>() ?? One(f.Properties[name]?.Value)).Select(PSObject.AsPSObject);
        return [.. found];
    }

    private static IEnumerable<object> One(object? value) => value is null ? [] : [value];
}
