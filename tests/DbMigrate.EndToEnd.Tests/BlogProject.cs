using System.IO;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The project that the README begins with.</summary>
internal static class BlogProject
{
    /// <summary>Writes it into a folder.</summary>
    public static void Write(Sandbox sandbox, string model)
    {
        Directory.CreateDirectory(sandbox.PathOf("Blog"));
        File.WriteAllText(sandbox.PathOf("Blog/Blog.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.15" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(sandbox.PathOf("Blog/Blog.cs"), model);
    }
}
