using System;
using System.Linq;
using DbMigrate.Engine.Tests.SqliteFidelity;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

public sealed class SharedSchemaTests
{
    [Theory]
    [InlineData("chinook.sql", 11)]
    [InlineData("chinook-autoincrement.sql", 11)]
    [InlineData("memos.sql", 11)]
    [InlineData("northwind.sql", 13)]
    [InlineData("sakila.sql", 16)]
    public void A_schema_that_others_wrote_is_read_as_SQLite_reads_it(string file, int tables)
    {
        using var database = new SqliteDatabase(SharedSchemas.Read(file));
        var state = database.Read();
        SqliteJudge.Agrees(database, state);
        Assert.Equal(tables, state.Tables.Count);
        if (file.StartsWith("chinook-auto", StringComparison.Ordinal))
            Assert.Contains(state.Tables.Values, t => t.Columns.Any(c => c.Annotations["Sqlite:Autoincrement"] is true));
    }
}
