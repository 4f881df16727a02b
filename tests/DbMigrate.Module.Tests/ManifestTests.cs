using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class ManifestTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void The_manifest_is_pure_data_and_lists_what_it_exports()
    {
        var manifest = ScriptFiles.Data(Repository.Manifest);

        Assert.Equal("0.1.0", Version.Parse((string)manifest["ModuleVersion"]!).ToString(3));
        foreach (var key in new[] { "CmdletsToExport", "FunctionsToExport", "AliasesToExport", "VariablesToExport" })
            Assert.DoesNotContain(Assert.IsType<object[]>(manifest[key]).Cast<string>(), name => name.Contains('*'));
        Assert.DoesNotContain(manifest.Keys.Cast<string>(), key => key is "ScriptsToProcess" or "NestedModules" or "RequiredModules");
    }

    [Fact]
    public void Exactly_the_listed_commands_are_exported()
    {
        var module = _session.Run("Get-Module DbMigrate").Single();
        var listed = ((object[])ScriptFiles.Data(Repository.Manifest)["CmdletsToExport"]!).Cast<string>();

        var info = (PSModuleInfo)module.BaseObject;
        Assert.Equal(listed.Order(), info.ExportedCmdlets.Keys.Order());
        Assert.Empty(info.ExportedAliases);
        Assert.Empty(info.ExportedFunctions);
        Assert.Empty(info.ExportedVariables);
    }

    [Fact]
    public void Every_cmdlet_is_a_sealed_class_with_an_output_type_and_a_class_name_of_verb_and_noun()
    {
        foreach (var cmdlet in Cmdlets.All(_session))
        {
            Assert.True(cmdlet.ImplementingType.IsSealed, cmdlet.Name);
            Assert.NotEmpty(cmdlet.OutputType);
            Assert.Equal(cmdlet.Name.Replace("-", "") + "Command", cmdlet.ImplementingType.Name);
        }
    }

    [Fact]
    public void What_writes_can_be_previewed()
    {
        foreach (var cmdlet in Cmdlets.All(_session).Where(c => c.Verb is not ("Get" or "Test" or "Assert" or "Compare")))
            Assert.Contains("WhatIf", cmdlet.Parameters.Keys);
    }

    [Fact]
    public void Only_revisions_and_databases_bind_from_the_pipeline_and_only_by_property_name()
    {
        var bound = Cmdlets.All(_session).SelectMany(c => c.ParameterSets).SelectMany(s => s.Parameters)
            .Where(p => p.ValueFromPipeline || p.ValueFromPipelineByPropertyName).ToList();

        Assert.DoesNotContain(bound, p => p.ValueFromPipeline);
        Assert.Equal(["Database", "Revision"], bound.Select(p => p.Name).Distinct().Order());
    }

    [Fact]
    public void Import_loads_our_two_assemblies_at_most_and_no_other_module()
    {
        // What was loaded before the first import of this process cannot be told from here; what belongs to us can.
        _session.Run("Get-DbMigrationHistory -Path nowhere").MustFail("FolderNotFound");
        var ours = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => !a.IsDynamic && a.Location.StartsWith(Repository.Module, StringComparison.OrdinalIgnoreCase))
            .Select(a => Path.GetFileName(a.Location)).Order(StringComparer.Ordinal);

        Assert.Equal(["DbMigrate.Revisions.dll", "DbMigrate.dll"], ours);
        Assert.DoesNotContain(_session.Run("Get-Module").Output.Select(m => m.Properties["Name"].Value), name => name is "Microsoft.PowerShell.Utility");
    }

    [Fact]
    public void Assemblies_of_the_module_reference_nothing_that_is_not_in_every_PowerShell()
    {
        var references = Cmdlets.All(_session)[0].ImplementingType.Assembly.GetReferencedAssemblies().Select(r => r.Name);

        Assert.Equal(["DbMigrate.Revisions", "System.Management.Automation", "netstandard"], references.Order(StringComparer.Ordinal));
    }
}
