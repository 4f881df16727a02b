using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DbMigrate.Engine.Apply;

/// <summary>Who holds a lock, as written where those who wait can read it.</summary>
internal sealed record LockHolder
{
    /// <summary>Tells one taking of the lock from another.</summary>
    public required string Token { get; init; }

    /// <summary>User and host.</summary>
    public required string Who { get; init; }

    public required int ProcessId { get; init; }

    /// <summary>Round-trip text of the time, UTC.</summary>
    public required string Since { get; init; }

    public static LockHolder Current() => new()
    {
        Token = Guid.NewGuid().ToString("N"),
        Who = Operator.Name,
        ProcessId = Environment.ProcessId,
        Since = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
    };

    public string Format() => $"token={Token}\nwho={Who}\npid={ProcessId.ToString(CultureInfo.InvariantCulture)}\nsince={Since}\n";

    /// <summary>Reads what <see cref="Format"/> wrote; null where it is not whole, as in the moment of writing.</summary>
    public static LockHolder? Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in text.Split('\n').Select(l => l.Split('=', 2)).Where(p => p.Length == 2))
            values[parts[0]] = parts[1];
        return values.TryGetValue("token", out var token) && values.TryGetValue("who", out var who) && values.TryGetValue("since", out var since)
            && values.TryGetValue("pid", out var pid) && int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new LockHolder { Token = token, Who = who, ProcessId = processId, Since = since }
            : null;
    }

    /// <summary>Readable, for messages.</summary>
    public override string ToString()
        => $"{Who} (process {ProcessId.ToString(CultureInfo.InvariantCulture)}, since {TimeText.Of(Since)})";
}
