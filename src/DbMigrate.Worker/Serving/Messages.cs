using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>The messages that the worker itself reads and writes; all others pass through it as text.</summary>
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(LoadRequest))]
[JsonSerializable(typeof(LoadResult))]
[JsonSerializable(typeof(TextEvent))]
[JsonSerializable(typeof(ErrorEvent))]
[JsonSerializable(typeof(AskEvent))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResult))]
internal sealed partial class Messages : JsonSerializerContext
{
    /// <summary>Bodies are JSON in JSON: without this every quote in them would take six characters.</summary>
    public static Messages Compact { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
