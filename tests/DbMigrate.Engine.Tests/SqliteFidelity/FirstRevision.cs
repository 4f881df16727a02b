using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Engine.Tests.Scripting;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Makes a first revision of what a database has, as <c>New-DbMigration -Baseline</c> does.</summary>
internal static class FirstRevision
{
    /// <summary>The operations of each schema, after they were written as a script, compiled and read again.</summary>
    public static IReadOnlyList<IReadOnlyList<MigrationOperation>> Of(ProviderTraits traits, IReadOnlyList<SchemaState> states)
    {
        var writer = new ScriptWriter(ScriptTemplate.Default);
        var scripts = states.Select((s, i) => writer.Write(
            Scripts.Header($"r{i:00000000000}"), [new MethodPair("", traits, new SchemaDiffer(traits).Diff(SchemaState.Empty, s, DiffDecisions.None).Operations, [])]));
        return [.. Scripts.Compile([.. scripts]).Select(m => m.UpOperations)];
    }

    /// <summary>Fails where operations do not add up to a schema, or an empty file does not become it.</summary>
    public static void Makes(ProviderTraits traits, SchemaState state, IReadOnlyList<MigrationOperation> operations)
    {
        AssertSame(state, new Replayer(traits).Apply(SchemaState.Empty, operations));
        using var file = new SqliteFile();
        file.Apply(operations);
        AssertSame(state, file.WholeState);
    }

    private static void AssertSame(SchemaState expected, SchemaState actual)
    {
        var differences = SchemaComparer.Compare(expected, actual, seeds: false);
        Assert.True(differences is [], string.Join("\n", differences));
    }
}
