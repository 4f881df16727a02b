using System;
using System.Reflection;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>What user code threw, in a few words.</summary>
internal static class Reasons
{
    public static string Of(Exception exception)
    {
        var cause = exception;
        while (cause is TargetInvocationException or TypeInitializationException or AggregateException && cause.InnerException is { } inner)
            cause = inner;
        return cause is DbMigrateException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
    }
}
