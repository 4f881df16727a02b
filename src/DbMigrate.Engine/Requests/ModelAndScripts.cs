using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>Reads what the model asks for and what scripts add up to, at the same time: neither needs anything of the other. What is not ours is left out.</summary>
internal static class ModelAndScripts
{
    /// <exception cref="DbMigrate.Revisions.Errors.DbMigrateException">Those of the context, of compiling and of replaying; of two, the context's.</exception>
    public static (SchemaState Desired, SchemaState Recorded) Read(TargetDatabase target, CompiledScripts compiled, IReadOnlyList<RevisionScript> scripts, RequestScope scope)
    {
        var traits = target.Traits;
        var recorded = Task.Run(() => RecordedSchema.Replay(compiled.Load(scripts, target.MethodSuffix, scope), traits), scope.Cancellation);
        SchemaState desired;
        try
        {
            desired = target.ReadDesired();
        }
        finally
        {
            // It must not go on after the request.
            ((IAsyncResult)recorded).AsyncWaitHandle.WaitOne();
        }
        return target.Filter.Apply(desired, SchemaFilter.Model, recorded.GetAwaiter().GetResult(), SchemaFilter.Scripts);
    }
}
