using System.Text.Json.Serialization;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Reads and writes the protocol's messages without reflection.</summary>
[JsonSerializable(typeof(ContextsRequest))]
[JsonSerializable(typeof(ContextsResult))]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(GenerateResult))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(MergeResult))]
[JsonSerializable(typeof(StatusRequest))]
[JsonSerializable(typeof(StatusResult))]
[JsonSerializable(typeof(PlanRequest))]
[JsonSerializable(typeof(PlanResult))]
[JsonSerializable(typeof(SqlResult))]
[JsonSerializable(typeof(ApplyResult))]
[JsonSerializable(typeof(ScriptRequest))]
[JsonSerializable(typeof(StampRequest))]
[JsonSerializable(typeof(StampResult))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResult))]
[JsonSerializable(typeof(AskEvent))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(IncludeQuestion))]
[JsonSerializable(typeof(IncludeAnswer))]
[JsonSerializable(typeof(StepQuestion))]
[JsonSerializable(typeof(StepAnswer))]
[JsonSerializable(typeof(TargetRequest))]
[JsonSerializable(typeof(LoadRequest))]
[JsonSerializable(typeof(TextEvent))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(StepInfo))]
[JsonSerializable(typeof(ErrorEvent))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
