using System.Collections.Generic;

namespace DbMigrate.Hooks;

/// <summary>The keys of the hashtable that <c>env.ps1</c> returns.</summary>
internal static class HookNames
{
    public const string Configure = "Configure";
    public const string IncludeObject = "IncludeObject";
    public const string Generated = "Generated";
    public const string BeforeApply = "BeforeApply";
    public const string AfterApply = "AfterApply";

    public static IReadOnlyList<string> All { get; } = [Configure, IncludeObject, Generated, BeforeApply, AfterApply];
}
