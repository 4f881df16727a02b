using System;
using Benchmarks;
using DbMigrate.Tests.Shared;

// Figures, not tests: prints what design budgets ask for, beside dotnet ef for the same job on the same machine.
// 'session' is this program itself, started anew with commands to time in a PowerShell engine of its own.
// 'rebuild' prints the figures of a rebuild alone, 'thousand' those of 1,000 tables, 'kinds' cold and warm ones of each
// kind of target.
if (args is ["session", .. var commands])
    return Session.Run(commands);

if (args is ["thousand"])
{
    using (var large = BenchmarkTarget.CreateLarge())
        Figures.Print($"{ThousandTables.Tables} tables, SQLite", ThousandFigures.Measure(large));
    if (PostgresBinaries.Folder is null)
    {
        Console.WriteLine(PostgresBinaries.Missing);
        return 0;
    }

    // Each table, index and key of a transaction holds a lock; a server's usual number is for some hundred tables.
    using var server = new PostgresServer { MoreOptions = "-c max_locks_per_transaction=512" };
    var database = server.CreateDatabase();
    using var onServer = BenchmarkTarget.CreateLargeOnPostgres(server.ConnectionString(database));
    Figures.Print($"{ThousandTables.Tables} tables, PostgreSQL", PostgresThousandFigures.Measure(onServer, server.Uri(server.CreateDatabase())));
    return 0;
}

if (args is ["kinds"])
{
    foreach (var kind in TargetKind.All)
    {
        using var one = BenchmarkTarget.Create(kind, tables: 10);
        Figures.Print("10 tables, " + kind.Name, KindFigures.Measure(one, kind));
    }

    return 0;
}

using var target = BenchmarkTarget.Create(tables: 10);
if (args is ["rebuild"])
{
    Figures.Print("SQLite rebuild", RebuildFigures.Measure(target));
    return 0;
}

Figures.Print("Import-Module, over an empty module", ImportFigures.Measure(target));
Figures.Print("10 tables, cold (a fresh PowerShell, its own start not counted)", ColdFigures.Measure(target));
Figures.Print("10 tables, warm (same session, build up to date)", WarmFigures.Measure(target));
Figures.Print("Graph cmdlets", GraphFigures.Measure(target));
Figures.Print("SQLite rebuild", RebuildFigures.Measure(target));
return 0;
