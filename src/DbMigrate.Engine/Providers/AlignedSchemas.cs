using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Providers;

/// <summary>Two schemas in the same words, so that what is equal to the database compares equal.</summary>
/// <param name="Expected">What the model or the scripts ask for, in the database's words.</param>
/// <param name="Actual">What the database has, without what nobody asked about.</param>
/// <param name="Unknown">Expressions that could not be brought into the database's words and count as equal: a sentence for each.</param>
public sealed record AlignedSchemas(SchemaState Expected, SchemaState Actual, IReadOnlyList<string> Unknown);
