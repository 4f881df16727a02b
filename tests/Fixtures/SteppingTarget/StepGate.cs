using System;
using System.IO;
using System.Net.Sockets;

namespace SteppingTarget;

/// <summary>Asks the test that listens on the socket named in the environment before each step.</summary>
internal sealed class StepGate : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private StepGate(Socket socket)
    {
        _socket = socket;
        var stream = new NetworkStream(socket);
        _reader = new(stream);
        _writer = new(stream) { AutoFlush = true };
    }

    /// <summary>The gate; null where no test listens.</summary>
    public static StepGate? TryOpen()
    {
        if (Environment.GetEnvironmentVariable("STEPPING_SOCKET") is not { Length: > 0 } path)
            return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new(socket);
    }

    /// <summary>Waits until the step may be made.</summary>
    public void Pass(string sql)
    {
        _writer.WriteLine(sql.ReplaceLineEndings(" "));
        _reader.ReadLine();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        _socket.Dispose();
    }
}
