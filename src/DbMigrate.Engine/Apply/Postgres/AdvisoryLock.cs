using System.Data.Common;
using System.Globalization;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>
/// An advisory lock of a session of its own, taken by trying: a session that waits within a statement would be waited
/// for by <c>CREATE INDEX CONCURRENTLY</c>. The server frees it when the session ends, however that comes about.
/// </summary>
internal sealed class AdvisoryLock(DbConnection connection, string key) : RunLock
{
    /// <summary>The number of the lock as SQL; another history is another lock.</summary>
    public static string Key(ObjectName history) => $"hashtextextended({PostgresText.Literal("dbmigrate:" + history)}, 0)";

    /// <summary>Tries once.</summary>
    public static bool TryTake(DbConnection connection, string key) => (bool)Scalar(connection, $"SELECT pg_try_advisory_lock({key})")!;

    /// <summary>Has the server notice soon that nobody is at the other end any more.</summary>
    public static void KeepAlive(DbConnection connection)
        => Scalar(connection, "SELECT set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false), set_config('tcp_keepalives_count', '3', false)");

    /// <summary>Who holds it; null where nobody does any more.</summary>
    public static LockHolder? Holder(DbConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT a.application_name, coalesce(a.usename::text, ''), coalesce(to_char(timezone('utc', a.backend_start), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '')
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
                AND ((l.classid::bigint << 32) | l.objid::bigint) = {key}
            """;
        using var reader = command.ExecuteReader();
        return reader.Read() ? Holder(reader.GetString(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    public override void RequireHeld()
    {
        var isHeld = false;
        try
        {
            isHeld = (bool)Scalar(connection, $"SELECT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.pid = pg_backend_pid() AND ((l.classid::bigint << 32) | l.objid::bigint) = {key})")!;
        }
        catch (DbException)
        {
            // The session ended.
        }

        if (!isHeld)
            throw ErrorCatalogue.DatabaseUnavailable.Error("The connection that kept other runs out was lost, so that nothing more was run.", action: "Run the command again.");
    }

    public override void Dispose() => connection.Dispose();

    // "DbMigrate <process> <who>", as the connector names sessions.
    private static LockHolder Holder(string application, string user, string since)
    {
        var parts = application.Split(' ', 3);
        var isOurs = parts.Length == 3 && parts[0] == "DbMigrate" && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return new LockHolder
        {
            Token = "",
            Who = isOurs ? parts[2] : $"{user} with {(application.Length > 0 ? application : "another program")}",
            ProcessId = isOurs ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0,
            Since = since,
        };
    }

    private static object? Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
