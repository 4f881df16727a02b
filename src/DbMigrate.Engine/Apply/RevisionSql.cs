using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>From a revision to its statements.</summary>
internal static class RevisionSql
{
    /// <exception cref="DbMigrateException">Names the revision and its script.</exception>
    public static SqlScript Generate(RevisionCode code, bool down, DatabaseProvider provider, SchemaState actual)
    {
        var operations = code.Operations(down, provider.Traits.ProviderName);
        try
        {
            return provider.GenerateSql(actual, operations);
        }
        catch (DbMigrateException e)
        {
            throw e.Kind.Error($"Revision {code.Id} ({code.Script.Path}): {e.Message}", code.Id, e.Action, e);
        }
    }

    /// <summary>
    /// What applying revisions to an empty database leaves. Unlike what they are replayed to, it has the text of each
    /// object as the database keeps it, from which a rebuild starts.
    /// </summary>
    /// <exception cref="DbMigrateException">Names the revision and its script.</exception>
    public static SchemaState After(IEnumerable<RevisionCode> codes, DatabaseProvider provider)
        => codes.Aggregate(SchemaState.Empty, (schema, code) => Generate(code, down: false, provider, schema).After);
}
