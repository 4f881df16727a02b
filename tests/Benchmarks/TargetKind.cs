namespace Benchmarks;

/// <summary>A kind of project that people keep a context in.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Sdk">Its SDK.</param>
/// <param name="Output">Its output type.</param>
/// <param name="Program">What it does when it runs.</param>
/// <param name="Arguments">How our cmdlets are told of it, built before.</param>
internal sealed record TargetKind(string Name, string Sdk, string Output, string Program, string Arguments)
{
    private const string Built = "-Assembly bin/Debug/net10.0/Target.dll";

    public static TargetKind Console { get; } = new("console project", "Microsoft.NET.Sdk", "Exe", "System.Console.WriteLine(\"target\");\n", "-Project . -NoBuild");

    /// <summary>The context is one of the app's services, so that both tools run the app up to its host.</summary>
    public static TargetKind Web { get; } = new("ASP.NET Core app", "Microsoft.NET.Sdk.Web", "Exe", """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<BenchContext>(options => options.UseSqlite("Data Source=bench.db"));
        var app = builder.Build();
        app.MapGet("/", () => "ok");
        app.Run();

        """, "-Project . -NoBuild");

    public static TargetKind Library { get; } = new("class library", "Microsoft.NET.Sdk", "Library", "", Built);

    public static TargetKind[] All { get; } = [Console, Web, Library];

    /// <summary>The package of its EF Core provider.</summary>
    public string Provider { get; init; } = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>The project file. <c>dotnet ef</c> starts a class library only where it has a runtime configuration.</summary>
    public string Project => $"""
        <Project Sdk="{Sdk}">
          <PropertyGroup>
            <OutputType>{Output}</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);CS1591</NoWarn>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
            <GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{Provider}" />
            <PackageReference Include="Microsoft.EntityFrameworkCore.Design" />
          </ItemGroup>
        </Project>
        """;
}
