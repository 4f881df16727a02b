using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>Text of the worker's own messages.</summary>
internal static class Json
{
    public static string Write(TextEvent message) => JsonSerializer.Serialize(message, Messages.Compact.TextEvent);

    public static string Write(AskEvent message) => JsonSerializer.Serialize(message, Messages.Compact.AskEvent);

    public static string Write(ErrorEvent message) => JsonSerializer.Serialize(message, Messages.Compact.ErrorEvent);

    public static string Write(LoadRequest message) => JsonSerializer.Serialize(message, Messages.Compact.LoadRequest);

    public static string Write(LoadResult message) => JsonSerializer.Serialize(message, Messages.Compact.LoadResult);

    public static string Write(CompileResult message) => JsonSerializer.Serialize(message, Messages.Compact.CompileResult);

    public static T Read<T>(string body, JsonTypeInfo<T> type)
        where T : class
        => JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The message is null.");
}
