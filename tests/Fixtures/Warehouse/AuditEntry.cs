namespace Warehouse;

public sealed class AuditEntry
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}
