using System;
using System.IO;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A target that is built with the tests: three tables, a foreign key, an index, a check and typed defaults.</summary>
internal static class WarehouseTarget
{
    /// <summary>The parameter for cmdlets.</summary>
    public static string Argument { get; } = $"-Assembly '{Path.Combine(Repository.Root, "tests", "Fixtures", "Warehouse", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Warehouse.dll")}'";
}
