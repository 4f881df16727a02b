using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using DbMigrate.Module.Tests.Hosting;
using Xunit;
using static DbMigrate.Module.Tests.Asking.DecisionFolder;

namespace DbMigrate.Module.Tests.Asking;

/// <summary>Where nobody can answer, and where it is not the question, a decision that is missing is an error with the parameter to paste.</summary>
public sealed class NobodyAnswersTests(DecisionFolder folder) : IClassFixture<DecisionFolder>
{
    public static TheoryData<Type> Refusals => [typeof(HostException), typeof(NotImplementedException), typeof(NotSupportedException), typeof(PSNotImplementedException), typeof(NullReferenceException)];

    private RecordingUserInterface Host => folder.Session.Host;

    [Theory]
    [InlineData("CI")]
    [InlineData("TF_BUILD")]
    [InlineData("GITHUB_ACTIONS")]
    public void In_a_pipeline_nobody_is_asked(string variable)
    {
        Open().Answers("Rename to Name");
        Environment.SetEnvironmentVariable(variable, "true");
        try
        {
            MustFail("-Verbose", $"{variable} is set, so this is a pipeline");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_host_that_cannot_ask_gives_our_own_error(Type refusal)
    {
        Open();
        Host.Refusal = (Exception)Activator.CreateInstance(refusal)!;

        Assert.Contains("-Rename @{ 'Suppliers.Label' = 'Name' }", folder.New().MustFail("RenameUndecided").ErrorDetails.RecommendedAction);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Fact]
    public void A_session_without_a_host_gives_our_own_error()
    {
        Open();
        using var runspace = System.Management.Automation.Runspaces.RunspaceFactory.CreateRunspace(System.Management.Automation.Runspaces.InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(folder.Session.Runspace.SessionStateProxy.Path.CurrentLocation.Path);
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($"$ErrorActionPreference = 'Stop'; Import-Module '{Repository.Manifest}'; New-DbMigration 'changes' {WarehouseTarget.Argument}");

        var error = Assert.ThrowsAny<RuntimeException>(() => shell.Invoke());

        Assert.StartsWith("DbMigrate.RenameUndecided,", error.ErrorRecord.FullyQualifiedErrorId);
        using var end = PowerShell.Create(runspace);
        end.AddScript("Remove-Module DbMigrate").Invoke();
    }

    [Fact]
    public void WhatIf_asks_nothing()
    {
        Open().Answers("Rename to Name");

        MustFail("-WhatIf -Verbose", "-WhatIf asks nothing");
        Assert.Contains("RenameColumn", folder.New("-WhatIf -Rename @{ 'Suppliers.Label' = 'Name' }").MustSucceed().HostText);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Theory]
    [InlineData("-Confirm", "Yes|Rename to Name", 2)]
    [InlineData("-Confirm:$false", "Rename to Name", 1)]
    [InlineData("-Confirm:$true -ErrorAction Stop", "Yes|Rename to Name", 2)]
    public void Confirm_is_another_question_and_comes_first(string parameters, string answers, int questions)
    {
        Assert.Equal("RenameColumn Suppliers.Label to Name", Operations(Open().Answers(answers.Split('|')).New(parameters)));
        Assert.Equal(questions, Host.Questions.Count);
    }

    [Fact]
    public void Who_does_not_confirm_is_asked_nothing_more()
    {
        Assert.Empty(Open().Answers("No", "Rename to Name").New("-Confirm").MustSucceed().Output);

        Assert.Single(Host.Questions);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }

    [Theory]
    [InlineData("-Empty")]
    [InlineData("-Empty -WhatIf")]
    public void What_looks_at_no_model_has_nothing_to_ask(string parameters)
    {
        Open().New(parameters).MustSucceed();
        Assert.Empty(Host.Questions);
    }

    private DecisionFolder Open() => folder.With("'Suppliers'", Table("Suppliers", Text("Label", "Name")));

    private void MustFail(string parameters, string why)
    {
        var run = folder.New(parameters);
        Assert.Contains("-Rename @{ 'Suppliers.Label' = 'Name' }", run.MustFail("RenameUndecided").ErrorDetails.RecommendedAction);
        Assert.Contains(run.Verbose, line => line.Contains(why, StringComparison.Ordinal));
        Assert.Empty(Host.Questions);
        Assert.Equal(["first1.cs"], folder.Scripts());
    }
}
