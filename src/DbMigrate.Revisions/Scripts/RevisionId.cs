using System;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Ids of revisions: generated ones are 12 hex digits that begin with a letter.</summary>
public static class RevisionId
{
    /// <summary>A new random id.</summary>
    public static string New() => throw new NotImplementedException();

    /// <summary>Checks an id given by hand: letters, digits and <c>_</c>, at most 64, no symbol.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="Errors.DbMigrateException"><c>RevisionIdInvalid</c>.</exception>
    public static void Validate(string id) => throw new NotImplementedException();
}
