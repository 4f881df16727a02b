namespace DbMigrate.Protocol;

/// <summary>What the engine asks of the worker it runs in; carried by the delegate of its entry point, not by the pipe.</summary>
internal static class HostMethods
{
    /// <summary><see cref="CompileRequest"/>, <see cref="CompileResult"/>.</summary>
    public const string Compile = "compile";

    /// <summary><see cref="CompileRequest"/>, of which hashes are enough: they may be asked for soon; without scripts, one that is about to be written will be. Answered at once, by nothing.</summary>
    public const string WarmUp = "warmUp";

    /// <summary><see cref="TargetRequest"/>, <see cref="LoadRequest"/>: what the worker was started for, paths of the private copy.</summary>
    public const string Target = "target";

    /// <summary><see cref="AskEvent"/>, <see cref="AnswerRequest"/>: waits until PowerShell has answered, or the request is cancelled.</summary>
    public const string Ask = "ask";

    /// <summary><see cref="TextEvent"/>: a connection string, of which nothing secret may be in what the target writes. Answered by nothing.</summary>
    public const string Secret = "secret";

    /// <summary>Without content: what the target wrote can be passed on, for all of its secrets are known. Answered by nothing.</summary>
    public const string SecretsKnown = "secretsKnown";
}

/// <summary>Has no content.</summary>
internal sealed class TargetRequest;

/// <summary>Asks for scripts to be compiled, or taken from the cache.</summary>
internal sealed class CompileRequest
{
    public ScriptSource[] Scripts { get; set; } = [];
}

/// <summary>A script to compile.</summary>
internal sealed class ScriptSource
{
    public string Path { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>SHA-256 of the text, lower-case hex.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>Where the compiled scripts are, or why there are none.</summary>
internal sealed class CompileResult
{
    /// <summary>Per script, in the order asked for: name of the assembly that holds it, loaded beside the engine (several may share one).</summary>
    public string[] Assemblies { get; set; } = [];

    /// <summary>The compiler's errors; any makes <see cref="Assemblies"/> empty.</summary>
    public CompileError[] Errors { get; set; } = [];
}

/// <summary>An error of the compiler.</summary>
internal sealed class CompileError
{
    public string Path { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Line { get; set; }

    /// <summary>From 1.</summary>
    public int Column { get; set; }

    /// <summary>For example <c>CS1002</c>.</summary>
    public string Code { get; set; } = "";

    public string Message { get; set; } = "";
}
