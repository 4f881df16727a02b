using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>What a rebuild of a table with a million rows costs, beside SQLite's own copy and index builds for the same rows.</summary>
internal static class RebuildFigures
{
    private const string Columns = "Id INTEGER NOT NULL CONSTRAINT PK_T PRIMARY KEY AUTOINCREMENT, Name TEXT NOT NULL, Price TEXT NOT NULL, At TEXT NOT NULL, Size INTEGER";
    private static readonly string[] Indexes = ["CREATE INDEX IX_{0}_Name ON {0} (Name)", "CREATE INDEX IX_{0}_At ON {0} (At, Size)"];

    public static IEnumerable<Figure> Measure(BenchmarkTarget target)
    {
        target.Clean();
        var database = Path.Combine(target.Folder, "bench.db");
        Fill(database);
        var copy = database + "-copy";
        File.Copy(database, copy, overwrite: true);
        var own = Copy(copy);
        File.Delete(copy);

        const string built = "-Assembly bin/Debug/net10.0/Target.dll";
        var times = Session.Time(
            target.Folder,
            $"Import-Module '{BenchmarkTarget.Module}'; $null = Initialize-DbMigration; $null = New-DbMigration first -Empty -RevisionId r0 {built}; $null = Update-Database {built}",
            "$null = New-DbMigration second -Empty -RevisionId r1 " + built,
            "$p = (Get-DbMigration r1).Path; [System.IO.File]::WriteAllText($p, ([System.IO.File]::ReadAllText($p) -replace '(void Up\\([^{]*\\{)', '$1 migrationBuilder.AddCheckConstraint(\"CK_T\", \"T\", \"Size >= 0\");'))",
            $"$null = Update-Database {built} -AsSql",
            $"$null = Update-Database {built}");
        yield return new("a million rows, two indexes, rebuilt", [times[^1]], [own], "ratio 1.3") { PeerName = "SQLite" };
    }

    private static void Fill(string database)
    {
        using var connection = Open(database);
        Execute(connection, $"CREATE TABLE T ({Columns})");
        Execute(connection, "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000) INSERT INTO T SELECT n, 'name ' || (n * 7919 % 1000003), n || '.50', datetime(n * 100, 'unixepoch'), n % 100 FROM c");
        foreach (var index in Indexes)
            Execute(connection, string.Format(null, index, "T"));
    }

    private static double Copy(string database)
    {
        using var connection = Open(database);
        var watch = Stopwatch.StartNew();
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, $"CREATE TABLE N ({Columns}, CONSTRAINT CK_N CHECK (Size >= 0))");
        Execute(connection, "INSERT INTO N SELECT * FROM T");
        foreach (var index in Indexes.Select(i => string.Format(null, i, "N")))
            Execute(connection, index);
        Execute(connection, "COMMIT");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
