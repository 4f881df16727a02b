using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>Makes sure that a new script says what it was written for, both ways; compiling it fills the cache too.</summary>
internal sealed class ScriptVerifier(CompiledScripts scripts, ScriptTemplate template)
{
    /// <summary>Removes the file where it does not: that is a defect of ours, or of the user's template, and must not reach a database.</summary>
    /// <exception cref="DbMigrateException"><c>Unexpected</c>, <c>TemplateInvalid</c>.</exception>
    public void Verify(string path, IEnumerable<DatabaseChange> changes, RequestScope scope)
    {
        try
        {
            var script = ScriptFolder.ReadScript(path);
            foreach (var change in changes)
                Verify(script, change, scope);
        }
        catch (DbMigrateException e)
        {
            File.Delete(path);
            throw Removed(path, e);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private DbMigrateException Removed(string path, DbMigrateException e)
    {
        if (template.IsOwn)
            return template.Invalid(1, $"makes a script that cannot be used, and which was removed. {e.Message.TrimEnd('.')}");
        return e.Kind == ErrorCatalogue.Unexpected ? e : ErrorCatalogue.Unexpected.Error("The script that was generated cannot be used, and was removed. " + e.Message, path, inner: e);
    }

    private void Verify(RevisionScript script, DatabaseChange change, RequestScope scope)
    {
        var suffix = change.Target.MethodSuffix;
        var code = scripts.Load([script], suffix, scope)[0];
        Require("Up" + suffix, script.Path, SchemaComparer.Compare(change.After, RecordedSchema.Replay(change.Before, code, down: false, change.Target.Traits), seeds: true));
        Require("Down" + suffix, script.Path, SchemaComparer.Compare(change.Undone, RecordedSchema.Replay(change.After, code, down: true, change.Target.Traits), seeds: true));
    }

    private static void Require(string method, string path, IReadOnlyList<SchemaDifference> differences)
    {
        if (differences.Count > 0)
            throw ErrorCatalogue.Unexpected.Error(
                $"{method} of the script that was generated does not lead to the schema that it was made for, and the script was removed:\n"
                    + string.Join("\n", differences.Select(d => $"  {d.Kind} {d.Object}: expected {d.Expected}, got {d.Actual}")), path);
    }
}
