using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace Quickstart;

/// <summary>The smallest host that shows on the console what PowerShell shows.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleUserInterface _ui = new();

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "DbMigrate Quickstart";

    public override Version Version { get; } = new(1, 0);

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>Whether colors would only disturb: in a log, or where the user wants none.</summary>
    public static bool IsPlain { get; } = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>Writes a line, in color where the console has one.</summary>
    public static void WriteColored(ConsoleColor color, string line)
    {
        if (IsPlain)
        {
            Console.WriteLine(line);
            return;
        }

        Console.ForegroundColor = color;
        Console.WriteLine(line);
        Console.ResetColor();
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
