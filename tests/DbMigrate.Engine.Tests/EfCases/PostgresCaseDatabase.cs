using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Postgres;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>A database on the private server, shared by the cases of a class, which clear it.</summary>
public sealed class PostgresCases(PostgresServer server) : IDisposable
{
    private readonly Lazy<PostgresDatabase> _database = new(() => new(server));

    internal CaseDatabase Empty()
    {
        _database.Value.Execute("""
            ROLLBACK;
            DO $$ DECLARE s text; BEGIN
              FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', s);
              END LOOP;
            END $$;
            CREATE SCHEMA public
            """);
        return new Database(_database.Value);
    }

    public void Dispose()
    {
        if (_database.IsValueCreated)
            _database.Value.Dispose();
    }

    private sealed class Database(PostgresDatabase database) : CaseDatabase
    {
        public override Databases Kind => Databases.Postgres;

        public override ProviderTraits Traits => database.Provider.Traits;

        public override void Apply(IReadOnlyList<MigrationOperation> operations)
        {
            try
            {
                database.Apply(operations);
            }
            catch
            {
                database.Execute("ROLLBACK");
                throw;
            }
        }

        public override IReadOnlyList<SchemaDifference> Differences(SchemaState expected) => database.Differences(expected);

        public override void Execute(string sql) => database.Execute(sql);

        public override IReadOnlyList<string> Query(string sql) => database.Query(sql);

        public override string Shown(string column) => $"coalesce({SqlText.Quote(column)}::text, 'NULL')";

        public override void Unchecked(IEnumerable<string> statements)
            => database.Execute(string.Join(";\n", statements.Prepend("SET session_replication_role = replica").Append("SET session_replication_role = DEFAULT")));

        protected override DbContext Context(Action<ModelBuilder> model) => new PostgresModelContext(model);
    }
}
