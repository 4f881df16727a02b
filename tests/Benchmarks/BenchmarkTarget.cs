using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

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

    /// <summary>A small project.</summary>
    public static BenchmarkTarget Create(int tables) => Create("benchmarks", Model(tables));

    /// <summary>A project with 1,000 tables; <see cref="ModelTime"/> runs it.</summary>
    public static BenchmarkTarget CreateLarge()
        => Create("benchmarks-large", ThousandTables.Code("options.UseSqlite(\"Data Source=bench.db\");"), ThousandTables.Program);

    /// <summary>The milliseconds that EF Core needs to build the model of the large project, in a process of its own as the tools do.</summary>
    public double ModelTime()
        => double.Parse(Tool.Run("dotnet", Folder, Path.Combine("bin", "Debug", "net10.0", "Target.dll"), ThousandTables.BuildModel), CultureInfo.InvariantCulture);

    public void Build() => Tool.Run("dotnet", Folder, "build", "-v", "q", "--nologo");

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Removes what either tool wrote.</summary>
    public void Clean()
    {
        foreach (var folder in new[] { "migrations", "Migrations" }.Select(f => Path.Combine(Folder, f)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(Folder, "bench.db*"))
            File.Delete(file);
    }

    private static BenchmarkTarget Create(string name, string model, string? program = null)
    {
        var target = new BenchmarkTarget(Path.Combine(Root(), "out", name));
        target.Dispose();
        Directory.CreateDirectory(target.Folder);
        File.Copy(Path.Combine(Root(), ".config", "dotnet-tools.json"), Path.Combine(target.Folder, "dotnet-tools.json"));
        File.WriteAllText(Path.Combine(target.Folder, "Target.csproj"), Project);
        File.WriteAllText(Path.Combine(target.Folder, "Model.cs"), model);
        if (program is not null)
            File.WriteAllText(Path.Combine(target.Folder, "Program.cs"), program);
        Tool.Run("dotnet", target.Folder, "tool", "restore");
        target.Build();
        return target;
    }

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);CS1591</NoWarn>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" />
            <PackageReference Include="Microsoft.EntityFrameworkCore.Design" />
          </ItemGroup>
        </Project>
        """;

    private static string Model(int tables)
    {
        var code = new StringBuilder("using System;\nusing Microsoft.EntityFrameworkCore;\n\nSystem.Console.WriteLine(\"target\");\n\npublic class BenchContext : DbContext\n{\n");
        for (var i = 0; i < tables; i++)
            code.Append($"    public DbSet<Thing{i}> Things{i} => Set<Thing{i}>();\n");
        code.Append("    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(\"Data Source=bench.db\");\n}\n");
        for (var i = 0; i < tables; i++)
        {
            var parent = i == 0 ? "" : $" public int? ParentId {{ get; set; }} public Thing{i - 1}? Parent {{ get; set; }}";
            code.Append($"public class Thing{i} {{ public int Id {{ get; set; }} public string Name {{ get; set; }} = \"\"; public decimal Price {{ get; set; }} public DateTime At {{ get; set; }}{parent} }}\n");
        }

        return code.ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DbMigrate.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
