using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace DbMigrate.Tests.Shared;

/// <summary>
/// A private PostgreSQL cluster in a temporary folder on a free port, one per test assembly, started when the first
/// test asks for it and stopped at the end. The server refuses to run as root: there it runs as a plain user.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Prefix = "dbmigrate-pg-";

    private readonly Lazy<int> _port;
    private string? _folder;
    private int _databases;

    public PostgresServer() => _port = new(Start);

    /// <summary>What the server is started with besides, for example <c>-c max_locks_per_transaction=512</c>.</summary>
    public string MoreOptions { get; init; } = "";

    /// <summary>A connection string without a pool, for the superuser.</summary>
    /// <param name="database">The database.</param>
    public string ConnectionString(string database = "postgres")
        => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Pooling=false");

    /// <summary>The same for PostgreSQL's own programs.</summary>
    /// <param name="database">The database.</param>
    public string Uri(string database) => string.Create(CultureInfo.InvariantCulture, $"postgresql://postgres@127.0.0.1:{Port}/{database}");

    /// <summary>Creates an empty database of a new name and gives its name.</summary>
    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        Run("createdb", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-T", "template0", name);
        return name;
    }

    public void Dispose()
    {
        if (_folder is not null)
            Remove(_folder);
    }

    private int Port
    {
        get
        {
            Skip.If(PostgresBinaries.Folder is null, PostgresBinaries.Missing);
            return _port.Value;
        }
    }

    private int Start()
    {
        Sweep();
        _folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-").FullName;
        if (PlainUser is not null)
            PostgresProcess.Run("chown", PlainUser, _folder);
        Run("initdb", "-D", Data(_folder), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions");
        for (var left = 5; ; left--)
        {
            var port = FreePort();
            var options = string.Create(
                CultureInfo.InvariantCulture,
                $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=50 -c shared_buffers=32MB {MoreOptions}");
            try
            {
                Run("pg_ctl", "-D", Data(_folder), "-w", "-l", Path.Combine(_folder, "log"), "-o", options, "start");
                return port;
            }
            catch (InvalidOperationException) when (left > 1)
            {
                // Somebody else took the port meanwhile.
            }
        }
    }

    // What test processes that were killed have left running.
    private static void Sweep()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var process = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(process, CultureInfo.InvariantCulture, out var id) && !IsRunning(id))
                Remove(folder);
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            if (File.Exists(Path.Combine(Data(folder), "postmaster.pid")))
                Run("pg_ctl", "-D", Data(folder), "-w", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Another run sweeps it too, or it is not ours.
        }
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? PlainUser => Environment.UserName != "root" ? null : File.ReadAllText("/etc/passwd").Contains("\npostgres:", StringComparison.Ordinal) ? "postgres" : "nobody";

    private static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(PostgresBinaries.Folder!, program);
        if (PlainUser is null)
            PostgresProcess.Run(path, arguments);
        else
            PostgresProcess.Run("setpriv", ["--reuid", PlainUser, "--regid", PlainUser == "nobody" ? "nogroup" : PlainUser, "--clear-groups", path, .. arguments]);
    }
}
