using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Benchmarks;

/// <summary>A project with a context of so many tables, built once, usable by both tools.</summary>
internal sealed class BenchmarkTarget : IDisposable
{
    private BenchmarkTarget(string folder) => Folder = folder;

    public static string Module { get; } = Path.Combine(Root(), "out", "DbMigrate", "DbMigrate.psd1");

    /// <summary>What sessions take for the user's cache.</summary>
    public static string Cache { get; } = Path.Combine(Root(), "out", "benchmarks-cache");

    public static string ScriptCache { get; } = Path.Combine(Cache, "DbMigrate", "scripts");

    /// <summary>The project's folder; both tools run in it.</summary>
    public string Folder { get; }

    /// <summary>A small console project.</summary>
    public static BenchmarkTarget Create(int tables) => Create(TargetKind.Console, tables);

    /// <summary>A small project of a kind.</summary>
    public static BenchmarkTarget Create(TargetKind kind, int tables)
        => Create("benchmarks", kind.Project, ("Model.cs", SmallModel.Code(tables)), ("Program.cs", kind.Program));

    /// <summary>A project with 1,000 tables on SQLite; <see cref="ModelTime"/> runs it.</summary>
    public static BenchmarkTarget CreateLarge() => CreateLarge(TargetKind.Console, "options.UseSqlite(\"Data Source=bench.db\");");

    /// <summary>The same on PostgreSQL.</summary>
    /// <param name="connectionString">The database.</param>
    public static BenchmarkTarget CreateLargeOnPostgres(string connectionString)
        => CreateLarge(TargetKind.Console with { Provider = "Npgsql.EntityFrameworkCore.PostgreSQL" }, $"options.UseNpgsql(\"{connectionString}\");");

    /// <summary>The milliseconds that EF Core needs to build the model of the large project, in a process of its own as the tools do.</summary>
    public double ModelTime()
        => double.Parse(Tool.Run("dotnet", Folder, Path.Combine("bin", "Debug", "net10.0", "Target.dll"), ThousandTables.BuildModel), CultureInfo.InvariantCulture);

    public void Build() => _ = BuildTime();

    /// <summary>Builds, and says how many milliseconds it took.</summary>
    public double BuildTime() => Tool.Time("dotnet", Folder, "build", "-v", "q", "--nologo");

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Our revision scripts.</summary>
    public string[] Scripts() => Directory.GetFiles(Path.Combine(Folder, "migrations", "versions"), "*.cs");

    /// <summary>Removes what either tool wrote.</summary>
    public void Clean()
    {
        foreach (var folder in new[] { "migrations", "Migrations" }.Select(f => Path.Combine(Folder, f)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        CleanDatabase();
    }

    /// <summary>Removes the databases alone.</summary>
    public void CleanDatabase()
    {
        foreach (var file in Directory.GetFiles(Folder, "bench.db*"))
            File.Delete(file);
    }

    private static BenchmarkTarget CreateLarge(TargetKind kind, string useProvider)
        => Create("benchmarks-large", kind.Project, ("Model.cs", ThousandTables.Code(useProvider)), ("Program.cs", ThousandTables.Program));

    private static BenchmarkTarget Create(string name, string project, params (string Name, string Text)[] sources)
    {
        var target = new BenchmarkTarget(Path.Combine(Root(), "out", name));
        target.Dispose();
        Directory.CreateDirectory(target.Folder);
        File.Copy(Path.Combine(Root(), ".config", "dotnet-tools.json"), Path.Combine(target.Folder, "dotnet-tools.json"));
        File.WriteAllText(Path.Combine(target.Folder, "Target.csproj"), project);
        foreach (var (file, text) in sources)
            File.WriteAllText(Path.Combine(target.Folder, file), text);
        Tool.Run("dotnet", target.Folder, "tool", "restore");
        target.Build();
        return target;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DbMigrate.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
