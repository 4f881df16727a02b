using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using Benchmarks;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngineBenchmarks;

/// <summary>Each step of generating and comparing, and what they add up to.</summary>
internal sealed class EngineFigures(ModelSet models, Func<DbContext, DatabaseProvider> makeProvider)
{
    private const int WarmUps = 1;
    private const int Rounds = 3;
    private readonly Watch _watch = new();

    public IEnumerable<Figure> Measure()
    {
        for (var i = 0; i < WarmUps + Rounds; i++)
        {
            if (i == WarmUps)
                _watch.Clear();
            Round(i);
        }

        return
        [
            Line("desired schema from a model that is built", "desired", "ef create"),
            Line("recorded schema: a first revision replayed", "replay"),
            Line("comparison, nothing changed", "nothing", "ef nothing"),
            Line("comparison, a column more", "one", "ef one"),
            Line("comparison, a column more in every table", "every", "ef every"),
            Line("first revision: operations both ways", "create", "ef create"),
            Line("first revision: its script", "write"),
            Line("first revision: compiled", "compile"),
            Line("first revision: run and compared with the model", "verify"),
            Line("first revision: its statements", "sql", "ef sql"),
            Line("actual schema: read from the database", "actual"),
            Line("drift: recorded and actual schema compared", "drift"),
            Total("generate, nothing changed", "desired", "replay", "nothing"),
            Total("generate, a column more in every table", "desired", "replay", "every", "every down", "every write", "every compile"),
            Total("generate, a first revision, not compiled", "desired", "create", "write"),
            Total("generate, a first revision, compiled and verified", "desired", "create", "write", "compile", "verify"),
        ];
    }

    private void Round(int round)
    {
        _watch.Run("ef model", () => { models.Rebuild(); return models.Now; });
        var (now, one, every) = (ModelSet.Model(models.Now), ModelSet.Model(models.One), ModelSet.Model(models.Every));
        var create = _watch.Run("ef create", () => Differences(models.Now, null, now));
        _watch.Run("ef sql", () => models.Now.GetService<IMigrationsSqlGenerator>().Generate(create, now.Model));
        _watch.Run("ef nothing", () => Differences(models.Now, now, now));
        _watch.Run("ef one", () => Differences(models.One, now, one));
        _watch.Run("ef every", () => Differences(models.Every, now, every));

        var provider = makeProvider(models.Now);
        var traits = provider.Traits;
        var (differ, replayer) = (new SchemaDiffer(traits), new Replayer(traits));
        var desired = _watch.Run("desired", () => DesiredSchema.Read(models.Now, traits));
        var (up, down) = _watch.Run("create", () => Both(SchemaState.Empty, desired));
        var code = _watch.Run("write", () => Write(round, up, down));
        var script = _watch.Run("compile", () => Compile(code, round));
        _watch.Run("verify", () =>
        {
            var after = replayer.Apply(SchemaState.Empty, script.UpOperations);
            return SchemaComparer.Compare(desired, after, seeds: true).Count + SchemaComparer.Compare(SchemaState.Empty, replayer.Apply(after, script.DownOperations), seeds: true).Count;
        });
        var recorded = _watch.Run("replay", () => replayer.Apply(SchemaState.Empty, script.UpOperations));
        _watch.Run("nothing", () => Diff(recorded, desired));
        var (another, more) = (DesiredSchema.Read(models.One, traits), DesiredSchema.Read(models.Every, traits));
        _watch.Run("one", () => Diff(recorded, another));
        var columns = _watch.Run("every", () => Diff(recorded, more));
        var back = _watch.Run("every down", () => differ.Diff(more, recorded, columns.Reverse).Operations);
        var addition = _watch.Run("every write", () => Write(round + 1_000, columns.Operations, back));
        _watch.Run("every compile", () => Compile(addition, round + 1_000));
        Live(provider, recorded, up);

        DiffResult Diff(SchemaState before, SchemaState after) => differ.Diff(before, new ModelGaps(traits).Fill(before, after, DiffDecisions.None), DiffDecisions.None);

        (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) Both(SchemaState before, SchemaState after)
        {
            var way = Diff(before, after);
            return (way.Operations, differ.Diff(after, before, way.Reverse).Operations);
        }

        string Write(int id, IReadOnlyList<MigrationOperation> there, IReadOnlyList<MigrationOperation> back)
            => new ScriptWriter(ScriptTemplate.Default).Write(
                new RevisionHeader { Id = "r" + id, Message = "first", Created = DateTimeOffset.UnixEpoch, EfCore = "10.0", Provider = traits.ProviderName },
                [new MethodPair("", traits, there, back)]);
    }

    private void Live(DatabaseProvider provider, SchemaState recorded, IReadOnlyList<MigrationOperation> create)
    {
        var creator = models.Now.GetService<IRelationalDatabaseCreator>();
        creator.EnsureDeleted();
        creator.Create();
        var connection = models.Now.Database.GetDbConnection();
        connection.Open();
        var script = _watch.Run("sql", () => provider.GenerateSql(SchemaState.Empty, create));
        _watch.Run("execute", () => Execute(connection, script));
        var actual = _watch.Run("actual", () => provider.Introspect(connection));
        var found = _watch.Run("drift", () =>
        {
            var aligned = provider.Align(connection, recorded, actual);
            return SchemaComparer.Compare(aligned.Expected, aligned.Actual, seeds: false);
        });
        connection.Close();
        if (found.Count > 0)
            throw new InvalidOperationException("There is drift: " + found[0]);
    }

    private static int Execute(DbConnection connection, SqlScript script)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var statement in script.Statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement.Text;
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return script.Statements.Count;
    }

    private static IReadOnlyList<MigrationOperation> Differences(DbContext context, IRelationalModel? before, IRelationalModel after)
        => context.GetService<IMigrationsModelDiffer>().GetDifferences(before, after);

    private static Migration Compile(string code, int round)
        => (Migration)Activator.CreateInstance(Compiler.Load("r" + round, code).GetTypes().Single(t => t.IsSubclassOf(typeof(Migration))))!;

    private Figure Line(string what, string ours, string? peer = null) => new(what, _watch[ours], peer is null ? [] : _watch[peer], "none") { PeerName = "EF Core" };

    private Figure Total(string what, params string[] parts)
        => new(what, [.. Enumerable.Range(0, Rounds).Select(i => parts.Sum(p => _watch[p][i]))], _watch["ef model"], "ratio 1.2") { PeerName = "EF's model" };
}
