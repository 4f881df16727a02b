using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.Architecture.Tests;

/// <summary>Dependencies point one way (docs/architecture.md).</summary>
public sealed class DependencyTests
{
    [Fact]
    public void The_cmdlet_assembly_needs_PowerShell_and_the_revisions_only()
        => Assert.Empty(ShippedAssembly.Read("bin/DbMigrate.dll").References.Except(["netstandard", "System.Management.Automation", "DbMigrate.Revisions"]));

    // These versions are all that Windows PowerShell 5.1 on .NET Framework 4.7.2 has; the compiler sees no newer member.
    [Fact]
    public void The_cmdlet_assembly_is_compiled_against_what_Windows_PowerShell_has()
        => Assert.Equal(
            ["System.Management.Automation 3.0.0.0", "netstandard 2.0.0.0"],
            ShippedAssembly.Read("bin/DbMigrate.dll").Versions.Where(v => !v.StartsWith("DbMigrate.", System.StringComparison.Ordinal)).Order(System.StringComparer.Ordinal));

    [Fact]
    public void The_revisions_need_nothing()
        => Assert.Equal(["netstandard"], ShippedAssembly.Read("bin/DbMigrate.Revisions.dll").References);

    [Fact]
    public void The_engine_knows_EF_Core_and_the_revisions_but_neither_PowerShell_nor_the_worker_nor_a_provider()
        => Assert.Empty(ShippedAssembly.Read("engine/DbMigrate.Engine.dll").References.Where(r => !IsFramework(r)).Except(
        [
            "DbMigrate.Revisions",
            "Microsoft.EntityFrameworkCore",
            "Microsoft.EntityFrameworkCore.Abstractions",
            "Microsoft.EntityFrameworkCore.Relational",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
        ]));

    [Fact]
    public void The_engine_uses_nothing_internal_of_EF_Core()
        => Assert.DoesNotContain(ShippedAssembly.Read("engine/DbMigrate.Engine.dll").ReferencedTypes, t => t.StartsWith("Microsoft.EntityFrameworkCore", System.StringComparison.Ordinal) && t.Contains(".Internal.", System.StringComparison.Ordinal));

    [Fact]
    public void The_worker_knows_neither_the_engine_nor_EF_Core_nor_PowerShell()
        => Assert.Empty(ShippedAssembly.Read("worker/DbMigrate.Worker.dll").References.Where(r => !IsFramework(r)).Except(["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"]));

    [Fact]
    public void Only_the_worker_touches_load_contexts()
    {
        Assert.Contains("System.Runtime.Loader.AssemblyLoadContext", ShippedAssembly.Read("worker/DbMigrate.Worker.dll").ReferencedTypes);
        Assert.DoesNotContain("System.Runtime.Loader.AssemblyLoadContext", ShippedAssembly.Read("engine/DbMigrate.Engine.dll").ReferencedTypes);
        Assert.DoesNotContain("System.Runtime.Loader.AssemblyLoadContext", ShippedAssembly.Read("bin/DbMigrate.dll").ReferencedTypes);
    }

    [Fact]
    public void Nothing_ships_beside_the_cmdlet_assembly_but_the_revisions()
        => Assert.Equal(
            ["DbMigrate.Revisions.dll", "DbMigrate.dll"],
            Directory.GetFiles(Path.Combine(ShippedAssembly.ModuleFolder, "bin"), "*.dll").Select(f => Path.GetFileName(f)!).Order(System.StringComparer.Ordinal));

    private static bool IsFramework(string reference) => reference.StartsWith("System.", System.StringComparison.Ordinal) || reference is "netstandard" or "mscorlib";
}
