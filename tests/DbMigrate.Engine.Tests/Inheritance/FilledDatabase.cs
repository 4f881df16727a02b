using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Postgres;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A real database that models and revisions come and go in.</summary>
internal abstract class FilledDatabase : IDisposable
{
    public abstract DatabaseProvider Provider { get; }

    public static FilledDatabase Create(bool isPostgres, PostgresServer server) => isPostgres ? new OnPostgres(server) : new OnSqlite();

    public abstract DbContext Context(Action<ModelBuilder> model);

    public abstract void Apply(IReadOnlyList<MigrationOperation> operations);

    public abstract IReadOnlyList<SchemaDifference> Differences(SchemaState expected);

    public abstract IReadOnlyList<string> Query(string sql);

    public abstract void Dispose();

    private sealed class OnSqlite : FilledDatabase
    {
        private readonly SqliteFile _file = new();

        public override DatabaseProvider Provider => _file.Provider;

        public override DbContext Context(Action<ModelBuilder> model) => new ConversionContext(model, o => o.UseSqlite(_file.Connection));

        public override void Apply(IReadOnlyList<MigrationOperation> operations) => _file.Apply(operations);

        public override IReadOnlyList<SchemaDifference> Differences(SchemaState expected) => SchemaComparer.Compare(expected, _file.State, seeds: false);

        public override IReadOnlyList<string> Query(string sql) => _file.Query(sql);

        public override void Dispose() => _file.Dispose();
    }

    private sealed class OnPostgres(PostgresServer server) : FilledDatabase
    {
        private readonly PostgresDatabase _database = new(server);

        public override DatabaseProvider Provider => _database.Provider;

        public override DbContext Context(Action<ModelBuilder> model) => new ConversionContext(model, o => o.UseNpgsql(_database.ConnectionString));

        public override void Apply(IReadOnlyList<MigrationOperation> operations) => _database.Apply(operations);

        public override IReadOnlyList<SchemaDifference> Differences(SchemaState expected) => _database.Differences(expected);

        public override IReadOnlyList<string> Query(string sql) => _database.Query(sql);

        public override void Dispose() => _database.Dispose();
    }
}
