using System.Collections.Generic;

namespace DbMigrate.Worker;

/// <summary>The end of what a worker wrote that was no message, to say why it has ended.</summary>
internal sealed class LastWords
{
    private const int MostLines = 20;

    private readonly Queue<string> _lines = new();

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return string.Join("\n", _lines);
            }
        }
    }

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line!);
            if (_lines.Count > MostLines)
            {
                _ = _lines.Dequeue();
            }
        }
    }
}
