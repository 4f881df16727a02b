using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteBench : IBench
{
    private SqliteFile _file = new();

    public ProviderTraits Traits => _file.Provider.Traits;

    public SchemaState State => _file.State;

    public DbContext Context(Action<ModelBuilder> model) => new ModelContext(model);

    public void Clear()
    {
        _file.Dispose();
        _file = new();
    }

    public void Execute(string sql) => _file.Execute(sql);

    public void ExecuteUnchecked(string sql) => _file.Execute($"PRAGMA foreign_keys = OFF; {sql}; PRAGMA foreign_keys = ON");

    public void Apply(IReadOnlyList<MigrationOperation> operations) => _file.Apply(operations);

    public IReadOnlyList<string> Rows(Table table)
        => _file.Query($"SELECT {string.Join(" || char(31) || ", RowFill.Names(table).Select(c => $"quote({SqlText.Quote(c)})"))} FROM {SqlText.Quote(table.Name.Name)}");

    public string? Literal(string storeType, int number)
    {
        var type = storeType.ToUpperInvariant();
        return type.Contains("BLOB", StringComparison.Ordinal) ? $"x'{number}'" : type.Contains("TEXT", StringComparison.Ordinal) || type.Contains("CHAR", StringComparison.Ordinal) ? $"'{number}'" : $"{number}";
    }

    public void Dispose() => _file.Dispose();
}
