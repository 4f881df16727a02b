using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Hooks;

/// <summary>What <c>BeforeApply</c> and <c>AfterApply</c> are told of a revision.</summary>
internal static class HookStep
{
    public static PSObject From(StepQuestion question)
    {
        var shown = new PSObject();
        Add("Revision", question.Step.Revision);
        Add("Message", question.Step.Message);
        Add("Path", question.Step.Path);
        Add("Direction", question.Step.Down ? MigrationDirection.Down : MigrationDirection.Up);
        Add("IsStamp", question.IsStamp);
        Add("IsDestructive", question.Step.IsDestructive);
        Add("CurrentAfter", question.CurrentAfter);
        Add("Database", question.Database.Database);
        Add("DataSource", question.Database.DataSource);
        Add("Provider", question.Database.Provider);
        return shown;

        void Add(string name, object value) => shown.Properties.Add(new PSNoteProperty(name, value));
    }
}
