using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Windows Desktop on a machine that does not have it: its reference assemblies are not there either, so that the targets are made here.</summary>
public sealed class WindowsDesktopTests
{
    [Fact]
    public void A_class_library_that_needs_it_is_refused_before_it_is_loaded_with_what_to_install()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows may have it");
        using var fixture = new WorkerFixture();
        var library = Path.Combine(fixture.Folder, "desktop", "Desktop.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        WriteReferenceTo("PresentationFramework", library);

        MustBeRefused(fixture, library);
    }

    [Fact]
    public void An_app_that_names_it_is_refused_too()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows may have it");
        using var fixture = new WorkerFixture();
        var config = Path.ChangeExtension(fixture.Target, ".runtimeconfig.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("Microsoft.NETCore.App", "Microsoft.WindowsDesktop.App"));

        MustBeRefused(fixture, fixture.Target);
    }

    private static void MustBeRefused(WorkerFixture fixture, string target)
    {
        var error = Assert.Throws<DbMigrateException>(() => fixture.Get(fixture.Spec with { Assembly = target }));

        Assert.Equal(ErrorCatalogue.RuntimeNotInstalled, error.Kind);
        Assert.Contains("Microsoft.WindowsDesktop.App", error.Message);
        Assert.Contains("Microsoft.WindowsDesktop.App", error.Action);
    }

    private static void WriteReferenceTo(string name, string path)
    {
        var framework = Builder(name).DefineDynamicModule(name).DefineType("System.Windows.Base", TypeAttributes.Public);
        framework.CreateType();
        var library = Builder(Path.GetFileNameWithoutExtension(path));
        library.DefineDynamicModule("Library").DefineType("View", TypeAttributes.Public, framework).CreateType();
        library.Save(path);
    }

    private static PersistedAssemblyBuilder Builder(string name) => new(new AssemblyName(name), typeof(object).Assembly);
}
