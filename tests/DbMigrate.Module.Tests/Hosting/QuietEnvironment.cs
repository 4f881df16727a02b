using System;
using System.Collections;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(QuietEnvironment))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>The tests run in a build pipeline and on a laptop alike: they set what they mean to test themselves.</summary>
public sealed class QuietEnvironment
{
    public QuietEnvironment()
    {
        foreach (var name in new[] { "CI", "TF_BUILD", "GITHUB_ACTIONS" })
            Environment.SetEnvironmentVariable(name, null);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith("DBMIGRATE_", StringComparison.OrdinalIgnoreCase))
                Environment.SetEnvironmentVariable((string)variable.Key, null);
        }
    }
}
