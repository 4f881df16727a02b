using System.IO;
using System.Text.Json;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>Writes lines to PowerShell, the worker's own texts without secrets; any thread may.</summary>
internal sealed class Outbox(Stream output, SecretTexts secrets)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly object _gate = new();

    public void Send(int id, string kind, string body, bool endsWorker = false)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new Envelope { Id = id, Kind = kind, Body = body, EndsWorker = endsWorker }, Messages.Compact.Envelope);
        lock (_gate)
        {
            try
            {
                output.Write([.. line, .. LineEnd]);
                output.Flush();
            }
            catch (IOException)
            {
                // Nobody listens any more; the end of the input ends this process.
            }
        }
    }

    public void SendText(int id, string kind, string text)
        => Send(id, kind, Json.Write(new TextEvent { Text = secrets.Clean(text) }));

    public void SendError(int id, WorkerException error)
        => Send(id, Events.Error, Json.Write(error.ToEvent(secrets)));
}
