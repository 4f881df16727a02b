using System.IO;
using Xunit;
using static DbMigrate.Module.Tests.Asking.DecisionFolder;

namespace DbMigrate.Module.Tests.Asking;

/// <summary>What one can write into -Rename and -Fill in PowerShell.</summary>
public sealed class DecisionParameterTests(DecisionFolder folder) : IClassFixture<DecisionFolder>
{
    [Theory]
    [InlineData("'text'", "text")]
    [InlineData("[char]'x'", "x")]
    [InlineData("5", "5")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50d", "1.50")]
    [InlineData("$true", "true")]
    [InlineData("[byte[]](1, 255)", "0x01FF")]
    [InlineData("[guid]'0b6f6d4e-0000-0000-0000-000000000001'", "0b6f6d4e-0000-0000-0000-000000000001")]
    [InlineData("[timespan]'01:02:03'", "01:02:03")]
    [InlineData("[DateOnly]::new(2026, 11, 22)", "2026-11-22")]
    [InlineData("[TimeOnly]::new(14, 3)", "14:03:00.0000000")]
    [InlineData("[datetime]::new(2026, 11, 22, 14, 3, 0)", "2026-11-22T14:03:00.0000000")]
    public void A_fill_takes_values_of_every_plain_type(string value, string written)
    {
        var made = folder.With("'AuditEntries'", Table("AuditEntries")).New($"-Fill @{{ 'AuditEntries.Text' = {value} }}");

        Assert.Contains($"defaultValue: \"{written}\"", File.ReadAllText(made.Single<string>("Path")));
    }

    [Theory]
    [InlineData("-Fill @{ 'AuditEntries.Text' = $null }", "FillInvalid", "NULL fills nothing")]
    [InlineData("-Fill @{ 'AuditEntries.Text' = 1, 2 }", "FillInvalid", "-Fill has a Object[] for 'AuditEntries.Text'")]
    [InlineData("-Fill @{ 'AuditEntries.Text' = @{ Sql = ' ' } }", "FillInvalid", "that is no expression")]
    [InlineData("-Fill @{ 'AuditEntries.Text' = @{ Sq = 'x' } }", "FillInvalid", "that is no expression")]
    [InlineData("-Fill @{ 5 = 'x' }", "FillInvalid", "the key '5', which is no name")]
    [InlineData("-Fill @{ 'AuditEntry.Text' = 'x' }", "FillInvalid", "the tables are AuditEntries")]
    [InlineData("-Rename @{ 5 = 'x' }", "RenameInvalid", "the key '5', which is no name")]
    [InlineData("-Rename @{ 'AuditEntries.Id' = 5 }", "RenameInvalid", "'5' as the new name of 'AuditEntries.Id'")]
    [InlineData("-Rename @{ 'AuditEntries.Id' = '' }", "RenameInvalid", "'' as the new name of 'AuditEntries.Id'")]
    [InlineData("-Rename @{ 'AuditEntry' = 'Audit' }", "RenameInvalid", "the tables were AuditEntries")]
    [InlineData("-Empty -Rename @{ 'AuditEntries.Id' = 'Key' }", "ParametersConflict", "-Empty compares no model, so that -Rename would decide nothing")]
    [InlineData("-Empty -Rename @{ } -Fill @{ }", "ParametersConflict", "-Rename and -Fill would decide nothing")]
    public void What_decides_nothing_is_refused_and_asks_nothing(string parameters, string id, string message)
    {
        var run = folder.With("'AuditEntries'", Table("AuditEntries")).Answers("Value", "x").New(parameters);

        Assert.Contains(message, run.MustFail(id).ToString());
        Assert.Empty(folder.Session.Host.Questions);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }
}
