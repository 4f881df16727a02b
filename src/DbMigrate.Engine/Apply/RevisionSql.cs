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
}
