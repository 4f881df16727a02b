using System.Management.Automation;

namespace DbMigrate.Hooks;

/// <summary>What the hook <c>Configure</c> is told: the database, and what the settings say of it.</summary>
internal sealed record ConfigureQuestion(string Database, string Context, string HistoryTable, string HistorySchema)
{
    public PSObject ToObject()
    {
        var shown = new PSObject();
        shown.Properties.Add(new PSNoteProperty(nameof(Database), Database));
        shown.Properties.Add(new PSNoteProperty(nameof(Context), Context));
        shown.Properties.Add(new PSNoteProperty(nameof(HistoryTable), HistoryTable));
        shown.Properties.Add(new PSNoteProperty(nameof(HistorySchema), HistorySchema));
        return shown;
    }
}
