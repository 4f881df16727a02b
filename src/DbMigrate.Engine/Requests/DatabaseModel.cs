using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Requests;

/// <summary>A database with what its scripts add up to and what its model asks for.</summary>
internal sealed record DatabaseModel(TargetDatabase Target, SchemaState Recorded, SchemaState Desired);
