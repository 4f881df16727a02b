using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>A script and the class that it was compiled to, as one database sees it.</summary>
/// <param name="script">The script.</param>
/// <param name="type">The class.</param>
/// <param name="methodSuffix">What follows <c>Up</c> and <c>Down</c> in the names of the database's methods.</param>
internal sealed class RevisionCode(RevisionScript script, Type type, string methodSuffix)
{
    private const BindingFlags AnyMethod = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public RevisionScript Script => script;

    public string Id => script.Header.Id;

    /// <summary>What follows <c>Up</c> in the names of all methods that describe a change to a database.</summary>
    public IEnumerable<string> Suffixes
        => type.GetMethods(AnyMethod | BindingFlags.DeclaredOnly).Where(m => m.Name.StartsWith("Up", StringComparison.Ordinal) && IsChange(m)).Select(m => m.Name[2..]);

    /// <summary>
    /// Runs <c>Up</c> or <c>Down</c>; every call gives operations of its own, because generating SQL changes them. A
    /// script without methods for this database, from before the database was added, has none.
    /// </summary>
    /// <exception cref="DbMigrateException"><c>ScriptFailed</c>.</exception>
    public IReadOnlyList<MigrationOperation> Operations(bool down, string providerName)
    {
        try
        {
            var migration = (Migration)Activator.CreateInstance(type)!;
            migration.ActiveProvider = providerName;
            return methodSuffix.Length > 0 ? OfOwnMethod(migration, down) : down ? migration.DownOperations : migration.UpOperations;
        }
        catch (Exception e) when (e is not DbMigrateException)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw ErrorCatalogue.ScriptFailed.Error(
                $"{Name(down)} of revision {Id} failed: {cause.GetType().Name}: {cause.Message} The script is {script.Path}.", Id, inner: cause);
        }
    }

    private List<MigrationOperation> OfOwnMethod(Migration migration, bool down)
    {
        if (Find(down) is { } method)
        {
            var builder = new MigrationBuilder(migration.ActiveProvider);
            method.Invoke(migration, [builder]);
            return builder.Operations;
        }
        return down && Find(down: false) is not null
            ? throw ErrorCatalogue.ScriptFailed.Error($"Revision {Id} has {Name(down: false)}, but no {Name(down)}. The script is {script.Path}.", Id)
            : [];
    }

    private MethodInfo? Find(bool down)
    {
        var found = type.GetMethods(AnyMethod).Where(m => m.Name == Name(down)).ToList();
        return found.Count == 0 || found is [var one] && IsChange(one)
            ? found.SingleOrDefault()
            : throw ErrorCatalogue.ScriptFailed.Error($"{Name(down)} of revision {Id} must be one method with a MigrationBuilder. The script is {script.Path}.", Id);
    }

    private string Name(bool down) => (down ? "Down" : "Up") + methodSuffix;

    private static bool IsChange(MethodInfo method) => method.GetParameters() is [var only] && only.ParameterType == typeof(MigrationBuilder);
}
