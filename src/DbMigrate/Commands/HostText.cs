using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace DbMigrate.Commands;

/// <summary>Shows text to the person at the host, as <c>Write-Host</c> does; it is not part of the output.</summary>
internal static class HostText
{
    private static readonly string[] Tags = ["PSHOST", "DbMigrate"];

    public static void Write(Cmdlet command, string text)
    {
        foreach (var line in text.TrimEnd().Replace("\r\n", "\n").Split('\n'))
            command.WriteInformation(new HostInformationMessage { Message = Harmless(line) }, Tags);
    }

    /// <summary>Says something while the pipeline stops, when only the host can.</summary>
    public static void Warn(PSHost host, string text)
    {
        try
        {
            host.UI?.WriteWarningLine(text);
        }
        catch (Exception e) when (e is HostException or NotImplementedException or NotSupportedException)
        {
            // A host that cannot show it must not hide why the command ends.
        }
    }

    // In a build log, a line of SQL must not be read as a command to the build.
    private static string Harmless(string line)
    {
        var start = line.TrimStart();
        return start.StartsWith("::", StringComparison.Ordinal) || start.StartsWith("##", StringComparison.Ordinal) ? "| " + line : line;
    }
}
