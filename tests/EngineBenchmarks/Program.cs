using System;
using System.IO;
using System.Linq;
using Benchmarks;
using DbMigrate.Engine.Providers;
using DbMigrate.Tests.Shared;
using EngineBenchmarks;
using Microsoft.EntityFrameworkCore;

// Figures, not tests: the engine in one process, without worker and PowerShell, beside EF Core's own differ for the
// same model. Medians of rounds in a process that is warm. What generating adds up to is beyond building the model,
// which EF Core does in any case.
var type = Compiler.Load("Target", ThousandTables.Code("if (isPostgres) options.UseNpgsql(connection); else options.UseSqlite(connection);")).GetTypes().Single(t => t.IsSubclassOf(typeof(DbContext)));

var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
using (var models = new ModelSet(type, $"Data Source={file};Pooling=False", isPostgres: false))
    Figures.Print($"{ThousandTables.Tables} tables, SQLite", new EngineFigures(models, c => new SqliteProvider(c)).Measure());
File.Delete(file);

if (PostgresBinaries.Folder is null)
{
    Console.WriteLine(PostgresBinaries.Missing);
    return;
}

// Each table, index and key of a transaction holds a lock; a server's usual number is for some hundred tables.
using var server = new PostgresServer { MoreOptions = "-c max_locks_per_transaction=512" };
using (var models = new ModelSet(type, server.ConnectionString(server.CreateDatabase()), isPostgres: true))
    Figures.Print($"{ThousandTables.Tables} tables, PostgreSQL", new EngineFigures(models, c => new PostgresProvider(c)).Measure());
