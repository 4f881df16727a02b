using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>The rows of one database that a stamp is to change.</summary>
/// <param name="database">The database.</param>
/// <param name="plan">What would change.</param>
internal sealed class DatabaseStamp(DatabaseMessage database, StampResult plan) : DatabaseWork(database, plan.Database)
{
    public StampResult Plan => plan;

    public bool IsEmpty => plan.Change.Add.Length + plan.Change.Remove.Length + plan.Change.Ended.Length == 0;

    /// <summary>Whether it was agreed to.</summary>
    public bool IsConfirmed { get; set; }

    public bool IsDone { get; set; }

    protected override string State => IsDone ? "stamped." : IsEmpty ? "had nothing to do." : "not touched.";
}
