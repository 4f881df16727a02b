using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>The code of a model with some tables, which an app may register and a tool may make by itself.</summary>
internal static class SmallModel
{
    private const string Context = """
        using System;
        using Microsoft.EntityFrameworkCore;

        public class BenchContext : DbContext
        {
            public BenchContext() { }
            public BenchContext(DbContextOptions<BenchContext> options) : base(options) { }
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                if (!options.IsConfigured)
                    options.UseSqlite("Data Source=bench.db");
            }

        """;

    public static string Code(int tables)
    {
        var code = new StringBuilder(Context);
        for (var i = 0; i < tables; i++)
            code.Append(CultureInfo.InvariantCulture, $"    public DbSet<Thing{i}> Things{i} => Set<Thing{i}>();\n");
        code.Append("}\n");
        for (var i = 0; i < tables; i++)
        {
            var parent = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" public int? ParentId {{ get; set; }} public Thing{i - 1}? Parent {{ get; set; }}");
            code.Append(CultureInfo.InvariantCulture, $"public class Thing{i} {{ public int Id {{ get; set; }} public string Name {{ get; set; }} = \"\"; public decimal Price {{ get; set; }} public DateTime At {{ get; set; }}{parent} }}\n");
        }

        return code.ToString();
    }
}
