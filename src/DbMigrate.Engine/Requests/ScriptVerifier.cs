using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>Makes sure that a new script says what it was written for, both ways; compiling it fills the cache too.</summary>
internal sealed class ScriptVerifier(CompiledScripts scripts, ProviderTraits traits)
{
    /// <summary>Removes the file where it does not: that is a defect of ours and must not reach a database.</summary>
    /// <exception cref="DbMigrateException"><c>Unexpected</c>.</exception>
    public void Verify(string path, SchemaState before, SchemaState after, RequestScope scope)
    {
        try
        {
            var code = scripts.Load([ScriptFolder.ReadScript(path)], scope)[0];
            Require("Up", path, SchemaComparer.Compare(after, RecordedSchema.Replay(before, code, down: false, traits), seeds: true));
            Require("Down", path, SchemaComparer.Compare(before, RecordedSchema.Replay(after, code, down: true, traits), seeds: true));
        }
        catch (DbMigrateException e)
        {
            File.Delete(path);
            throw e.Kind == ErrorCatalogue.Unexpected ? e : ErrorCatalogue.Unexpected.Error("The script that was generated cannot be used, and was removed. " + e.Message, path, inner: e);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static void Require(string method, string path, IReadOnlyList<SchemaDifference> differences)
    {
        if (differences.Count > 0)
            throw ErrorCatalogue.Unexpected.Error(
                $"{method} of the script that was generated does not lead to the schema that it was made for, and the script was removed:\n"
                    + string.Join("\n", differences.Select(d => $"  {d.Kind} {d.Object}: expected {d.Expected}, got {d.Actual}")), path);
    }
}
