using System;
using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Engine.Tests.Scripting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A revision from one model to another, as <c>New-DbMigration</c> writes it and <c>Update-Database</c> applies it.</summary>
internal sealed class Conversion
{
    private readonly FilledDatabase _database;
    private readonly SchemaState _before;
    private readonly Migration _migration;

    /// <param name="database">Where it is applied.</param>
    /// <param name="recorded">What earlier scripts add up to.</param>
    /// <param name="model">The model after.</param>
    /// <param name="decisions">What a person decided.</param>
    public Conversion(FilledDatabase database, SchemaState recorded, Action<ModelBuilder> model, DiffDecisions? decisions = null)
    {
        (_database, _before) = (database, recorded);
        using var context = database.Context(model);
        var traits = database.Provider.Traits;
        var differ = new SchemaDiffer(traits);
        Desired = new ModelGaps(traits).Fill(recorded, DesiredSchema.Read(context, traits), decisions ?? DiffDecisions.None);
        var there = differ.Diff(recorded, Desired, decisions ?? DiffDecisions.None);
        var back = differ.Diff(Desired, recorded, there.Reverse);
        (Losses, Warnings) = (there.Losses, there.Warnings);
        Script = new ScriptWriter(ScriptTemplate.Default).Write(Scripts.Header(), [new MethodPair("", traits, there.Operations, back.Operations) { Losses = Losses }]);
        _migration = Scripts.Compile(Script)[0];
        Recorded = new Replayer(traits).Apply(recorded, _migration.UpOperations);
        Assert.Empty(SchemaComparer.Compare(Desired, Recorded, seeds: true));
        Assert.Empty(differ.Diff(Recorded, Desired, DiffDecisions.None).Operations);
        Assert.Empty(SchemaComparer.Compare(recorded, new Replayer(traits).Apply(Recorded, _migration.DownOperations), seeds: true));
    }

    public SchemaState Desired { get; }

    public SchemaState Recorded { get; }

    public IReadOnlyList<string> Losses { get; }

    public IReadOnlyList<string> Warnings { get; }

    public string Script { get; }

    public static Conversion First(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = new Conversion(database, SchemaState.Empty, model);
        first.Up();
        return first;
    }

    public void Up() => Apply(_migration.UpOperations, Desired);

    public void Down() => Apply(Scripts.Compile(Script)[0].DownOperations, _before);

    private void Apply(IReadOnlyList<MigrationOperation> operations, SchemaState after)
    {
        _database.Apply(operations);
        Assert.Empty(_database.Differences(after));
    }

}
