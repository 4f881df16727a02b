using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Scripts;
using Microsoft.Data.Sqlite;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A temporary folder with scripts and a SQLite file, and the engine as the worker calls it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly RoslynHost _host;

    public Workspace(string context = nameof(BlankContext))
    {
        Folder = Directory.CreateTempSubdirectory("dbmigrate-apply-").FullName;
        Directory.CreateDirectory(Versions);
        Context = context;
        _host = new RoslynHost(Folder, typeof(Workspace).Assembly.Location);
    }

    public string Folder { get; }

    public string Context { get; set; }

    public string Versions => Path.Combine(Folder, "migrations", "versions");

    public string Database => Path.Combine(Folder, "test.db");

    public string LockFile => Database + ".dbmigrate-lock";

    public string ConnectionString { get; set; } = "";

    public int Compilations => _host.Compilations;

    public IEnumerable<string> Asked => _host.Asked;

    public List<(string Kind, string Body)> Emitted { get; } = [];

    public IEnumerable<StepInfo> Steps => Emitted.Where(e => e.Kind == Events.Step).Select(e => JsonSerializer.Deserialize<StepInfo>(e.Body)!);

    public IEnumerable<string> Warnings => Emitted.Where(e => e.Kind == Events.Warning).Select(e => JsonSerializer.Deserialize<TextEvent>(e.Body)!.Text);

    public FolderMessage FolderMessage => new() { Root = Path.Combine(Folder, "migrations"), Locations = [Versions] };

    public DatabaseMessage DatabaseMessage => new() { Context = Context, ConnectionString = ConnectionString.Length > 0 ? ConnectionString : "Data Source=" + Database };

    public static string Sql(params string[] statements)
        => string.Join("\n", statements.Select(s => $"migrationBuilder.Sql(@\"{s.Replace("\"", "\"\"")}\");"));

    public string PathOf(string id) => Path.Combine(Versions, id + ".cs");

    /// <summary>Writes a script by hand; several parents or dependencies stand with commas between.</summary>
    public void Script(string id, string? parent, string up, string down = "", string message = "", string dependsOn = "", string more = "")
        => File.WriteAllText(PathOf(id), RevisionHeaderText.Format(new RevisionHeader
        {
            Id = id,
            Parents = parent is null ? [] : parent.Split(','),
            DependsOn = dependsOn.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Message = message,
            Created = DateTimeOffset.UnixEpoch,
        }) + $$"""
            using Microsoft.EntityFrameworkCore.Migrations;
            namespace DbMigrations.R_{{id}}
            {
                public class Revision : Migration
                {
                    protected override void Up(MigrationBuilder migrationBuilder)
                    {
            {{up}}
                    }

                    protected override void Down(MigrationBuilder migrationBuilder)
                    {
            {{down}}
                    }

            {{more}}
                }
            }

            """);

    public PlanRequest Plan(params string[] revisions) => new() { Folder = FolderMessage, Database = DatabaseMessage, Revisions = revisions.Length == 0 ? ["head"] : revisions };

    public PlanRequest Undo(string revision = "-1") => new() { Folder = FolderMessage, Database = DatabaseMessage, Down = true, Revisions = [revision] };

    public ApplyResult Apply(PlanRequest? request = null) => Result<ApplyResult>(Methods.Apply, request ?? Plan());

    /// <summary>Asks for a revision from the model.</summary>
    public GenerateRequest New(string id, params string[] parents) => new()
    {
        Folder = FolderMessage,
        Databases = [DatabaseMessage],
        RevisionId = id,
        Parents = parents,
        Message = "revision " + id,
        Created = "2026-11-22T12:00:00+00:00",
        Path = PathOf(id),
    };

    public StampRequest Stamp(params string[] revisions) => new() { Folder = FolderMessage, Database = DatabaseMessage, Revisions = revisions };

    public StatusResult Status() => Result<StatusResult>(Methods.Status, new StatusRequest { Folder = FolderMessage, Database = DatabaseMessage });

    public T Result<T>(string method, object request)
    {
        var (kind, body) = Invoke(method, request);
        return kind == Events.Result ? JsonSerializer.Deserialize<T>(body)! : throw new InvalidOperationException($"{kind}: {body}");
    }

    public ErrorEvent Error(string method, object request)
    {
        var (kind, body) = Invoke(method, request);
        return kind == Events.Error ? JsonSerializer.Deserialize<ErrorEvent>(body)! : throw new InvalidOperationException($"{kind}: {body}");
    }

    public (string Kind, string Body) Invoke(string method, object request, Action<string, string>? emit = null, CancellationToken? cancellation = null)
        => EntryPoint.Invoke(
            method,
            JsonSerializer.Serialize(request, request.GetType()),
            (kind, body) =>
            {
                lock (Emitted)
                    Emitted.Add((kind, body));
                emit?.Invoke(kind, body);
            },
            _host.Ask,
            cancellation ?? CancellationToken.None);

    public SqliteConnection Open(string options = "")
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False;{options}");
        connection.Open();
        return connection;
    }

    /// <summary>Rows of the first query of the text, values joined by a bar.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i)))));
        return rows;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
