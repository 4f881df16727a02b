using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>Writes revision scripts: plain EF code that people like to read. The same input gives the same bytes.</summary>
public sealed class ScriptWriter(ProviderTraits traits)
{
    /// <summary>The whole script with LF line ends.</summary>
    /// <param name="header">Written at the top.</param>
    /// <param name="up">Operations of <c>Up</c>.</param>
    /// <param name="down">Operations of <c>Down</c>.</param>
    public string Write(RevisionHeader header, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
        => throw new NotImplementedException(traits.ToString());
}
