namespace Warehouse;

public sealed class Supplier
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
