using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>What an upgrade of EF Core changes is marked, and nothing else.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [InlineData("8.0.34", "net8.0", "9.0.23", "net8.0", false, "AlterColumn Customer.Id, AlterColumn Dog.Id")]
    [InlineData("9.0.23", "net8.0", "10.0.15", "net10.0", true, "AlterColumn Animal.Id, AlterColumn Dog.Id, AlterColumn Ticket.Id")]
    [InlineData("8.0.34", "net8.0", "10.0.15", "net10.0", true, "AlterColumn Animal.Id, AlterColumn Customer.Id, AlterColumn Ticket.Id")]
    public void What_an_upgrade_changes_is_marked_and_nothing_else(string efCore, string framework, string laterEfCore, string laterFramework, bool hasNames, string altered)
        => UpgradedModel.Upgrade(efCore, framework, laterEfCore, laterFramework, hasNames, altered.Split(", "), "Microsoft.EntityFrameworkCore.Sqlite " + laterEfCore, "");
}
