namespace DbMigrate.Protocol;

/// <summary>A line for one of PowerShell's text streams.</summary>
internal sealed class TextEvent
{
    public string Text { get; set; } = "";
}

/// <summary>How far a long step has come.</summary>
internal sealed class ProgressEvent
{
    /// <summary>What the command does as a whole, for example <c>Applying revisions to shop.db</c>.</summary>
    public string Activity { get; set; } = "";

    /// <summary>Where it stands, understandable without the activity.</summary>
    public string Status { get; set; } = "";

    /// <summary>0 to 100, or −1 where it is not known.</summary>
    public int Percent { get; set; } = -1;
}

/// <summary>A failure, by the catalogue of errors; never an exception object.</summary>
internal sealed class ErrorEvent
{
    /// <summary>The stable id without its <c>DbMigrate.</c> prefix, a name of the catalogue.</summary>
    public string ErrorId { get; set; } = "";

    /// <summary>One paragraph with the names involved; further lines may follow it (compiler output, a statement).</summary>
    public string Message { get; set; } = "";

    /// <summary>The next step for the reader; where empty, the catalogue's own holds.</summary>
    public string Action { get; set; } = "";

    /// <summary>The revision, file or database concerned; becomes the error's target object.</summary>
    public string Target { get; set; } = "";

    /// <summary>Type and stack of an unexpected exception, for the debug stream; empty for users' mistakes.</summary>
    public string Detail { get; set; } = "";

    /// <summary>The decisions that are missing; null where the failure is of another kind.</summary>
    public OpenMessage? Open { get; set; }
}
