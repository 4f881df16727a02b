using System;
using System.IO;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>Lets the connections of SteppingTarget make their statements one by one.</summary>
internal sealed class StepServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public StepServer(string path)
    {
        Path = path;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
    }

    public string Path { get; }

    /// <summary>Waits for the next run, lets it make some of its statements, and does something while it stands before the next one.</summary>
    /// <returns>The statement before which it stood; null where it ended earlier.</returns>
    public async Task<string?> Run(int statements, Action then)
    {
        using var deadline = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var socket = await _listener.AcceptAsync(deadline.Token);
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        for (var i = 0; ; i++)
        {
            if (await reader.ReadLineAsync(deadline.Token) is not { } statement)
                return null;
            if (i == statements)
            {
                then();
                return statement;
            }

            await stream.WriteAsync("\n"u8.ToArray(), deadline.Token);
        }
    }

    public void Dispose() => _listener.Dispose();
}
