using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteCaseDatabase(SqliteFile file) : CaseDatabase
{
    public override Databases Kind => Databases.Sqlite;

    public override ProviderTraits Traits => file.Provider.Traits;

    public override void Apply(IReadOnlyList<MigrationOperation> operations) => file.Apply(operations);

    public override IReadOnlyList<SchemaDifference> Differences(SchemaState expected)
    {
        Assert.Empty(file.Query("PRAGMA foreign_key_check"));
        return SchemaComparer.Compare(expected, file.State, seeds: false);
    }

    public override void Execute(string sql) => file.Execute(sql);

    public override IReadOnlyList<string> Query(string sql) => file.Query(sql);

    public override string Shown(string column) => $"quote({SqlText.Quote(column)})";

    public override void Unchecked(IEnumerable<string> statements)
        => file.Execute(string.Join(";\n", statements.Prepend("PRAGMA foreign_keys = OFF").Append("PRAGMA foreign_keys = ON")));

    protected override DbContext Context(Action<ModelBuilder> model) => new ModelContext(model);
}
