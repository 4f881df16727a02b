namespace DbMigrate.Revisions.Errors;

/// <summary>An entry of the catalogue of errors.</summary>
/// <param name="Name">The stable name; users see <c>DbMigrate.&lt;Name&gt;</c>.</param>
/// <param name="Category">A name of PowerShell's <c>ErrorCategory</c>.</param>
/// <param name="Action">The recommended next step where nothing better is known.</param>
public sealed record ErrorKind(string Name, string Category, string Action)
{
    /// <summary>The id that users see and match, <c>DbMigrate.&lt;Name&gt;</c>.</summary>
    public string Id => "DbMigrate." + Name;

    /// <summary>Creates an exception of this kind.</summary>
    /// <param name="message">What happened, with the names involved.</param>
    /// <param name="target">The revision, file or database concerned.</param>
    /// <param name="action">A better next step than the catalogue's.</param>
    /// <param name="inner">The cause, for the debug stream.</param>
    public DbMigrateException Error(string message, string? target = null, string? action = null, System.Exception? inner = null)
        => new(this, message, target, action, inner);
}
