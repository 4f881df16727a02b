using System;

namespace DbMigrate.Tests.Shared;

/// <summary>Outside of tests nothing is skipped: who asks for a server that is not there has not looked.</summary>
internal static class Skip
{
    public static void If(bool condition, string reason)
    {
        if (condition)
            throw new InvalidOperationException(reason);
    }
}
