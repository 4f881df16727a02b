using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

internal static class OrderAssert
{
    /// <summary>Parents and dependencies that are part of a plan come before what needs them.</summary>
    public static void ParentsFirst(IReadOnlyList<Revision> plan)
    {
        var places = plan.Select((r, i) => (r.Id, Place: i)).ToDictionary(p => p.Id, p => p.Place);
        foreach (var revision in plan)
        {
            foreach (var below in revision.Parents.Concat(revision.DependsOn).Where(places.ContainsKey))
                Assert.True(places[below] < places[revision.Id], $"{below} must come before {revision.Id} in {Notation.Ids(plan)}");
        }
    }
}

internal static class ErrorAssert
{
    public static DbMigrateException Throws(string number, string name, string message, Action action)
    {
        var error = Assert.Throws<DbMigrateException>(action);
        Assert.Equal((number, name), (number, error.Kind.Name));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        return error;
    }
}
