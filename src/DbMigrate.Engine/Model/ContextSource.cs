using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>One way to get an instance of a context; the ways are tried in order.</summary>
internal abstract class ContextSource
{
    /// <summary>Makes the context; null where this way does not serve it. What the user's code throws comes through.</summary>
    /// <param name="candidate">The context.</param>
    public abstract DbContext? TryCreate(ContextCandidate candidate);
}
