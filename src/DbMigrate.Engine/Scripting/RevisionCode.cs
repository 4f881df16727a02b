using System;
using System.Collections.Generic;
using System.Reflection;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>A script and the class that it was compiled to.</summary>
internal sealed class RevisionCode(RevisionScript script, Type type)
{
    public RevisionScript Script => script;

    public string Id => script.Header.Id;

    /// <summary>Runs <c>Up</c> or <c>Down</c>; every call gives operations of its own, because generating SQL changes them.</summary>
    /// <exception cref="DbMigrateException"><c>ScriptFailed</c>.</exception>
    public IReadOnlyList<MigrationOperation> Operations(bool down, string providerName)
    {
        try
        {
            var migration = (Migration)Activator.CreateInstance(type)!;
            migration.ActiveProvider = providerName;
            return down ? migration.DownOperations : migration.UpOperations;
        }
        catch (Exception e)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw ErrorCatalogue.ScriptFailed.Error(
                $"{(down ? "Down" : "Up")} of revision {Id} failed: {cause.GetType().Name}: {cause.Message} The script is {script.Path}.", Id, inner: cause);
        }
    }
}
