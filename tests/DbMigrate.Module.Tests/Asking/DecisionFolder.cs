using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Asking;

/// <summary>A folder whose scripts add up to something else than the model of the warehouse, so that decisions are open.</summary>
public sealed class DecisionFolder : IDisposable
{
    private const string Key = "Id = table.Column<int>(type: \"INTEGER\", nullable: false).Annotation(\"Sqlite:Autoincrement\", true)";

    private readonly SharedFolder _shared = new();

    internal Session Session => _shared.Session;

    /// <summary>What the model has as <c>Suppliers</c> (Id, Name) and <c>AuditEntries</c> (Id, Text).</summary>
    internal static string Suppliers { get; } = Table("Suppliers", Text("Name"));

    internal static string AuditEntries { get; } = Table("AuditEntries", Text("Text"));

    /// <summary>The folder for one test: its scripts and the tables that are ours.</summary>
    internal DecisionFolder With(string tables, params string[] up)
    {
        Directory.CreateDirectory(_shared.Folder["migrations"]);
        Directory.Delete(_shared.Folder["migrations"], recursive: true);
        Settings($"Include = @{{ Tables = {tables} }}");
        _shared.Folder.WriteRevision("first1", "", up: string.Join("\n", up));
        Session.Host.Answers.Clear();
        Session.Host.Refusal = new System.Management.Automation.Host.HostException("This host has nobody to ask.");
        return this;
    }

    internal DecisionFolder Answers(params string[] answers)
    {
        answers.ToList().ForEach(Session.Host.Answers.Enqueue);
        return this;
    }

    internal void Settings(string settings) => _shared.Folder.Write("migrations/dbmigrate.psd1", $"@{{ {settings} }}");

    internal void Write(string id, string up, string members) => _shared.Folder.WriteRevision(id, "", up: up, members: members);

    internal Outcome New(string parameters = "") => Session.Run($"New-DbMigration 'changes' {WarehouseTarget.Argument} {parameters}");

    /// <summary>The operations of a new revision, in one line, but for keys that follow their table.</summary>
    internal static string Operations(Outcome made)
        => string.Join("; ", ((System.Collections.IEnumerable)made.Single().Properties["Operations"].Value).Cast<object>().Select(o => o.ToString()!.Trim()).Where(o => !o.Contains("PrimaryKey", StringComparison.Ordinal)));

    /// <summary>What the user was told to pass for the same without a question; empty for nothing.</summary>
    internal static string Told(Outcome run)
    {
        const string Start = "To decide the same without being asked: ";
        return run.HostText.Split('\n').Where(l => l.StartsWith(Start, StringComparison.Ordinal)).Select(l => l[Start.Length..]).SingleOrDefault("");
    }

    internal IReadOnlyList<string> Scripts() => [.. Directory.GetFiles(_shared.Folder["migrations/versions"]).Select(p => Path.GetFileName(p)!)];

    internal static string Table(string name, params string[] columns) => $$"""
        migrationBuilder.CreateTable("{{name}}", table => new { {{string.Join(", ", [Key, .. columns])}} }, constraints: table => table.PrimaryKey("PK_{{name}}", x => x.Id));
        """;

    /// <summary>A table of an entity type.</summary>
    internal static string TableOf(string entity, string name, params string[] columns)
        => Table(name, columns).TrimEnd(';') + $".Annotation(\"DbMigrate:Entity\", \"{entity}\");";

    internal static string Text(string name, string property = "") => $"{name} = table.Column<string>(type: \"TEXT\", nullable: false){(property.Length == 0 ? "" : $".Annotation(\"DbMigrate:Property\", \"{property}\")")}";

    public void Dispose() => _shared.Dispose();
}
