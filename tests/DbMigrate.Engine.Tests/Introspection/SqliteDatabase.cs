using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Schema;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>A real SQLite database in memory.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    public SqliteDatabase(params IEnumerable<string> statements)
    {
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        foreach (var sql in statements)
            Execute(sql);
    }

    public SqliteConnection Connection { get; }

    /// <summary>The table that a statement makes, as introspection reads it.</summary>
    public static Table Table(string createTable)
    {
        using var database = new SqliteDatabase(createTable);
        return Assert.Single(database.Read().Tables.Values);
    }

    public SchemaState Read(params IEnumerable<string> excluded) => SqliteIntrospector.Read(Connection, excluded);

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Rows as texts; NULL as the empty text.</summary>
    public List<string[]> Query(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i)) ?? "")]);
        return rows;
    }

    public void Dispose() => Connection.Dispose();
}
