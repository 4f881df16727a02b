using System;

namespace DbMigrate.Engine.Apply;

/// <summary>Who runs this process.</summary>
internal static class Operator
{
    /// <summary>User and host.</summary>
    public static string Name => Environment.UserName + "@" + Environment.MachineName;
}
