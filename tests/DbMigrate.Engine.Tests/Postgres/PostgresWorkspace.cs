using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Npgsql;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A temporary folder with scripts and a database of its own on the private server.</summary>
internal sealed class PostgresWorkspace : IDisposable
{
    public PostgresWorkspace(PostgresServer server, string context = nameof(BlankPostgresContext))
    {
        Name = server.CreateDatabase();
        ConnectionString = server.ConnectionString(Name);
        Work = new Workspace(context) { ConnectionString = ConnectionString };
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public Workspace Work { get; }

    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Rows of a query, values joined by a bar.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    /// <summary>The SQL of a range, made without a database.</summary>
    public string Script(string range, bool idempotent = false)
    {
        var result = Work.Result<SqlResult>(Methods.Script, new ScriptRequest { Folder = Work.FolderMessage, Database = new DatabaseMessage { Context = Work.Context }, Range = [range], Idempotent = idempotent });
        return result.FirstLines + string.Concat(result.Steps.Select(s => s.Sql));
    }

    public void Dispose() => Work.Dispose();
}
