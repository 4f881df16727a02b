using System;
using System.IO;
using System.Text;

namespace DbMigrate.Worker.Serving;

/// <summary>Stands for the target's console: each line goes to the debug stream of the request that runs.</summary>
internal sealed class DebugWriter(Action<string> send) : TextWriter
{
    /// <summary>A line that never ends must not fill the memory.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_line)
        {
            Append(value);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_line)
        {
            foreach (var value in buffer.AsSpan(index, count))
            {
                Append(value);
            }
        }
    }

    public override void Write(string? value)
    {
        lock (_line)
        {
            foreach (var character in value ?? "")
            {
                Append(character);
            }
        }
    }

    private void Append(char value)
    {
        if (value is not '\n' and not '\r')
        {
            _ = _line.Append(value);
        }

        if (value == '\n' || _line.Length >= LongestLine)
        {
            var text = _line.ToString();
            _ = _line.Clear();
            send(text);
        }
    }
}
