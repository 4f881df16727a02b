using Xunit;

namespace DbMigrate.Tests.Shared;

/// <summary>Skips a test and prints why, also where a plain <c>dotnet test</c> shows the names of skipped tests only.</summary>
internal static class Skip
{
    public static void If(bool condition, string reason)
    {
        if (!condition)
            return;
        TestContext.Current.SendDiagnosticMessage("SKIPPED {0}: {1}", TestContext.Current.Test?.TestDisplayName ?? "", reason);
        Assert.Skip(reason);
    }
}
