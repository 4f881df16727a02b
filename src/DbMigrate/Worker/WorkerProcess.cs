using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using DbMigrate.Protocol;

namespace DbMigrate.Worker;

/// <summary>The process and its three pipes. Lines are read on a thread of their own; the worker ends when its input does.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What looks so was meant as a message; anything else is noise, of a native library for example.</summary>
    private const string MessageStart = "{\"Id\":";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly BlockingCollection<Envelope> _lines = new(boundedCapacity: 1024);
    private readonly LastWords _lastWords = new();
    private readonly object _sending = new();
    private volatile bool _sentNonsense;

    private WorkerProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, e) => _lastWords.Add(e.Data);
        process.BeginErrorReadLine();
        new Thread(ReadLines) { IsBackground = true, Name = "DbMigrate worker" }.Start();
    }

    public int Id => _process.Id;

    /// <summary>Whether code of the target may have run.</summary>
    public bool HasTarget { get; set; }

    public bool HasExited => _process.HasExited;

    public static WorkerProcess Start(WorkerCommand command, string workingDirectory)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            WorkingDirectory = workingDirectory,
        };
        ChildEnvironment.Clean(start.Environment);
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Sends a line; a worker that is gone is noticed by the one who waits for the answer.</summary>
    public void Send(Envelope envelope)
    {
        var bytes = Utf8.GetBytes(JsonText.Write(envelope) + "\n");
        lock (_sending)
        {
            try
            {
                _process.StandardInput.BaseStream.Write(bytes, 0, bytes.Length);
                _process.StandardInput.BaseStream.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The end of its output says so.
            }
        }
    }

    /// <summary>Takes the next line; false where none came in time.</summary>
    /// <exception cref="WorkerEndedException">The process has ended.</exception>
    /// <exception cref="UnreadableMessageException">It was ended, because it sent nonsense.</exception>
    public bool TryReceive(TimeSpan time, CancellationToken cancellation, out Envelope envelope)
    {
        if (_lines.TryTake(out envelope!, (int)time.TotalMilliseconds, cancellation))
        {
            return true;
        }

        if (!_lines.IsCompleted)
        {
            return false;
        }

        // Both pipes are read to their end, so that the last words are complete.
        _process.WaitForExit();
        throw _sentNonsense ? new UnreadableMessageException() : new WorkerEndedException(_process.ExitCode, HasTarget ? FatalWords.Of(_lastWords.Text) : _lastWords.Text);
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Closes the input and waits for the end; after the grace period the process is killed.</summary>
    public void End(TimeSpan grace)
    {
        lock (_sending)
        {
            try
            {
                _process.StandardInput.BaseStream.Dispose();
            }
            catch (IOException)
            {
                // It was gone already.
            }
        }

        if (!_process.WaitForExit((int)grace.TotalMilliseconds))
        {
            Kill();
            _ = _process.WaitForExit((int)grace.TotalMilliseconds);
        }
    }

    public void Dispose()
    {
        _lines.CompleteAdding();
        _process.Dispose();
    }

    private void ReadLines()
    {
        try
        {
            var reader = _process.StandardOutput;
            while (reader.ReadLine() is { } line)
            {
                if (TryParse(line, out var envelope))
                {
                    _lines.Add(envelope);
                }
                else if (line.Contains(MessageStart))
                {
                    // The answer that somebody waits for may have been in it.
                    _sentNonsense = true;
                    Kill();
                    break;
                }
                else
                {
                    _lastWords.Add(line);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The process was killed, or the client disposed: in both cases nobody waits for a line any more.
        }

        _lines.CompleteAdding();
    }

    private static bool TryParse(string line, out Envelope envelope)
    {
        try
        {
            envelope = JsonText.Read<Envelope>(line);
            return true;
        }
        catch (FormatException)
        {
            envelope = new Envelope();
            return false;
        }
    }
}
