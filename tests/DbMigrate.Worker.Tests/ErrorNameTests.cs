using System.Linq;
using System.Reflection;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker.Serving;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>The worker knows the catalogue by name only.</summary>
public sealed class ErrorNameTests
{
    [Fact]
    public void Every_error_of_the_worker_is_in_the_catalogue()
    {
        var names = typeof(WorkerException).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToArray();

        Assert.NotEmpty(names);
        Assert.Empty(names.Except(ErrorCatalogue.All.Select(k => k.Name)));
    }
}
