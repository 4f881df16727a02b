using System;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>What became of the target's app when it was started.</summary>
/// <param name="Services">The services of its host; null where it built none.</param>
/// <param name="Failure">What it threw before it had a host; null where it did not.</param>
internal sealed record AppStart(IServiceProvider? Services, Exception? Failure)
{
    /// <summary>The target is no app, or one without a host.</summary>
    public static AppStart None { get; } = new(null, null);

    /// <summary>The app came to its end and had built no host.</summary>
    public static AppStart Ended { get; } = new(null, null) { HasEnded = true };

    /// <summary>Whether the app was run and is at its end.</summary>
    public bool HasEnded { get; private init; }
}
