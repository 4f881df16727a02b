using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>What a revision that drops something is said to do to the views and triggers of scripts.</summary>
internal static class Stranded
{
    /// <summary>The operation that drops a column, <c>t.c</c>, or a table.</summary>
    public static MigrationOperation Drop(string name)
        => name.Split('.') is [var table, var column] ? new DropColumnOperation { Table = table, Name = column } : new DropTableOperation { Name = name };

    /// <summary>Fails where a warning does not name those that read it, or there is one and nobody reads it.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="tables">What is there.</param>
    /// <param name="sql">The views and triggers of a script.</param>
    /// <param name="dropped">What is dropped.</param>
    /// <param name="readers">For example <c>view v and view w</c>; empty for none.</param>
    public static void AssertTold(ProviderTraits traits, SchemaState tables, string sql, string dropped, string readers)
    {
        var recorded = new Replayer(traits).Apply(tables, [new SqlOperation { Sql = sql }]);
        var drop = Drop(dropped);
        var told = StrandedReaders.Find(traits, recorded, [drop]);
        IReadOnlyList<string> expected = readers.Length == 0 ? [] : [$"drops {(dropped.Contains('.') ? "column" : "table")} {dropped}, which {readers} {(readers.Contains(" and ") ? "read" : "reads")}: the database"];
        Assert.Equal(expected, told.Select(t => t.Text[..(t.Text.IndexOf("the database", System.StringComparison.Ordinal) + "the database".Length)]));
        Assert.All(told, t => Assert.Same(drop, t.Operation));
    }
}
