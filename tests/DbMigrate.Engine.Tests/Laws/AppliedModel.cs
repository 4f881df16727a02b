using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>A model whose first revision was generated and applied to a real file: the three schemas of it.</summary>
/// <param name="Desired">What the model asks for.</param>
/// <param name="Recorded">What the generated operations add up to.</param>
/// <param name="Actual">What the database has.</param>
internal sealed record AppliedModel(SchemaState Desired, SchemaState Recorded, SchemaState Actual)
{
    /// <summary>All differences between any two of the three; empty when the law holds.</summary>
    public IEnumerable<string> Differences =>
    [
        .. SchemaComparer.Compare(Desired, Recorded, seeds: true).Select(d => "recorded: " + d),
        .. SchemaComparer.Compare(Desired, Actual, seeds: false).Select(d => "actual: " + d),
        .. SchemaComparer.Compare(Recorded, Actual, seeds: false).Select(d => "drift: " + d),
    ];

    public static AppliedModel Apply(Action<ModelBuilder> configure)
    {
        using var context = new ModelContext(configure);
        var provider = new SqliteProvider(context);
        var desired = DesiredSchema.Read(context, provider.Traits);
        var operations = new SchemaDiffer(provider.Traits).Diff(SchemaState.Empty, desired, DiffDecisions.None).Operations;
        var recorded = new Replayer(provider.Traits).Apply(SchemaState.Empty, operations);
        var file = Path.Combine(Path.GetTempPath(), $"dbmigrate-law-{Guid.NewGuid():N}.db");
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var transaction = connection.BeginTransaction();
            foreach (var statement in provider.GenerateSql(SchemaState.Empty, operations).Statements)
            {
                using var command = connection.CreateCommand();
                command.CommandText = statement.Text;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
            return new(desired, recorded, SqliteIntrospector.Read(connection));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
