using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Revisions.Errors;
using DbMigrate.Settings;
using DbMigrate.Templates;
using DbMigrate.Worker;

namespace DbMigrate.Commands;

/// <summary>Creates a migrations folder.</summary>
[Cmdlet(VerbsData.Initialize, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationFolder))]
public sealed class InitializeDbMigrationCommand : FolderCommand
{
    /// <summary>The project with the context: a .csproj or its folder; written to the settings.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Project { get; set; }

    /// <summary>The built assembly with the context; written to the settings.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Assembly { get; set; }

    /// <summary>Name or full name of the context; written to the settings.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? Context { get; set; }

    /// <summary>The template: a name, or the folder of one of your own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TemplateCompleter))]
    public string? Template { get; set; }

    /// <summary>Takes the template for several databases, where no other is named.</summary>
    [Parameter]
    public SwitchParameter MultiDatabase { get; set; }

    /// <summary>Takes a folder with other files in it; nothing is overwritten.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void End()
    {
        if (Project is not null && Assembly is not null)
            throw ErrorCatalogue.TargetAmbiguous.Error("-Project and -Assembly were both passed.", action: "Pass one of -Project and -Assembly.");

        var root = FolderPath;
        var template = TemplateFolder.Find(Template ?? (MultiDatabase ? TemplateFolder.MultiDatabase : TemplateFolder.Default), FullPath);
        var text = SettingsText.Create(template.Settings, root, ExistingProject(), ExistingAssembly(), Context ?? "");
        NewFolder.Check(root, Path ?? "migrations", template.Files(), Force);

        var what = $"Create the migrations folder {root}";
        if (!new Confirmation(this, ConfirmImpact.Medium).Ask(what, what + "?", out _))
            return;

        try
        {
            NewFolder.Create(root, template, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorCatalogue.PathInvalid.Error($"The migrations folder {root} cannot be created: {e.Message}", root, "Choose a folder that you may write to.", e);
        }

        WriteObject(Created());
    }

    private MigrationFolder Created() => new()
    {
        Path = Settings.Root,
        SettingsPath = System.IO.Path.Combine(Settings.Root, SettingsFile.Name),
        Project = Settings.Project,
        Assembly = Settings.Assembly,
        Context = Settings.Context,
        Databases = [.. Settings.Databases.Select(d => d.Name)],
        Locations = [.. Settings.Locations],
        HistoryTable = Settings.HistoryTable,
        HistorySchema = Settings.HistorySchema,
    };

    private string ExistingProject()
    {
        var path = Existing(Project);
        return !Directory.Exists(path) || Directory.EnumerateFiles(path, "*.*proj").Any()
            ? path
            : throw ErrorCatalogue.TargetNotFound.Error($"There is no project file in {path}.", path, "Correct -Project.");
    }

    private string ExistingAssembly()
    {
        var path = Existing(Assembly);
        AssemblyFolder.Refuse(path);
        return path;
    }

    private string Existing(string? path)
    {
        if (path is null)
            return "";
        var full = FullPath(path);
        return File.Exists(full) || Directory.Exists(full)
            ? full
            : throw ErrorCatalogue.TargetNotFound.Error($"There is no file or folder {full}.", full, "Correct -Project or -Assembly.");
    }
}
