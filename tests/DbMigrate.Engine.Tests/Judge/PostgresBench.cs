using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Postgres;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A database on the private server.</summary>
internal sealed class PostgresBench(PostgresServer server) : IBench
{
    private readonly PostgresDatabase _database = new(server);

    public ProviderTraits Traits => _database.Provider.Traits;

    public SchemaState State => _database.State;

    public DbContext Context(Action<ModelBuilder> model) => new PostgresModelContext(model);

    // A failed revision leaves its transaction open.
    public void Clear() => _database.Execute("""
        ROLLBACK;
        SET client_min_messages = error;
        DO $$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
                EXECUTE 'DROP SCHEMA ' || name || ' CASCADE';
            END LOOP;
        END $$;
        CREATE SCHEMA public
        """);

    public void Execute(string sql) => _database.Execute(sql);

    public void ExecuteUnchecked(string sql) => _database.Execute($"SET session_replication_role = replica; {sql}; SET session_replication_role = origin");

    public void Apply(IReadOnlyList<MigrationOperation> operations) => _database.Apply(operations);

    public IReadOnlyList<string> Rows(Table table)
        => table.Columns.Count == 0
            ? []
            : _database.Query($"SELECT {string.Join(" || chr(31) || ", RowFill.Names(table).Select(c => $"COALESCE(quote_literal({SqlText.Quote(c)}::text), 'NULL')"))} FROM {SqlText.Quote(table.Name)}");

    public string? Literal(string storeType, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return storeType.Split('(')[0] switch
        {
            "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" => text,
            "text" or "character varying" or "character" or "bytea" => $"'{text}'",
            "boolean" => number % 2 == 0 ? "true" : "false",
            "uuid" => $"'00000000-0000-0000-0000-{number:000000000000}'",
            "date" or "timestamp" => $"'2026-01-{number:00}'",
            "interval" or "time" => $"'00:{number:00}:00'",
            "json" or "jsonb" => $"'{{\"n\": {text}}}'",
            _ when storeType.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
            _ when storeType.StartsWith("timestamp", StringComparison.Ordinal) => $"'2026-01-{number:00}'",
            _ => null,
        };
    }

    public void Dispose() => _database.Dispose();
}
