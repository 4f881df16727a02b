using System;
using System.Data.Common;
using System.Globalization;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>Opens connections like that of the context, but never from a pool: a session ends with us.</summary>
internal sealed class PostgresConnector
{
    private const int MostBytes = 63;
    private const string ErrorDetail = "Include Error Detail";

    private readonly DbConnection _like;
    private readonly DbConnectionStringBuilder _builder;

    /// <summary>Reads where the connection goes.</summary>
    /// <param name="like">The context's connection, which stays closed.</param>
    /// <param name="connectionString">Its connection string.</param>
    public PostgresConnector(DbConnection like, string connectionString)
    {
        _like = like;
        _builder = DbProviderFactories.GetFactory(like)!.CreateConnectionStringBuilder()!;
        _builder.ConnectionString = connectionString;
        _builder["Pooling"] = false;
        _builder["Enlist"] = false;

        // Times out on the server alone, which ends what it runs.
        _builder["Command Timeout"] = 0;

        // What stands in the way has a name, but for users who want no values in messages.
        if (!_builder.ShouldSerialize(ErrorDetail))
            _builder[ErrorDetail] = true;
    }

    public string Database => Text("Database") is { Length: > 0 } name ? name : User;

    public string User => Text("Username") is { Length: > 0 } name ? name : Environment.UserName;

    public string Server => $"{Text("Host")}:{Text("Port")}";

    /// <summary>An open connection whose session is named so that others see what it is.</summary>
    public DbConnection Open(string purpose)
    {
        var name = $"DbMigrate {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)} {purpose}";
        _builder["Application Name"] = name.Length > MostBytes ? name[..MostBytes] : name;
        var connection = Create();
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A data source keeps its password to itself; only its own connections can be copied with it.
    private DbConnection Create()
    {
        var copy = _like.GetType().GetMethod("CloneWith", [typeof(string)]);
        if (copy?.Invoke(_like, [_builder.ConnectionString]) is DbConnection connection)
            return connection;
        connection = DbProviderFactories.GetFactory(_like)!.CreateConnection()!;
        connection.ConnectionString = _builder.ConnectionString;
        return connection;
    }

    private string Text(string key) => Convert.ToString(_builder[key], CultureInfo.InvariantCulture) ?? "";
}
