using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A SQLite file, looked at from outside.</summary>
internal sealed class Database(string path)
{
    public string Path { get; } = path;

    public string ConnectionString => $"Data Source={Path}";

    /// <summary>The parameter for cmdlets.</summary>
    public string Argument => $"-ConnectionString '{ConnectionString}'";

    public bool Exists => File.Exists(Path);

    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        return rows;
    }

    public IReadOnlyList<string> Tables() => Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '!_!_Db%' ESCAPE '!' ORDER BY name");

    public IReadOnlyList<string> Applied() => Query("SELECT \"Revision\" FROM \"__DbMigrationHistory\" ORDER BY rowid");
}
