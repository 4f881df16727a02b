using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>A migrations folder with hooks and a database beside it.</summary>
internal sealed class HookFolder(Session session, TemporaryFolder folder)
{
    public string HooksPath => folder[System.IO.Path.Combine("migrations", "env.ps1")];

    public Database Database { get; } = new(folder["test.db"]);

    public string this[string relative] => folder[relative];

    public Outcome Run(string script) => session.Run(script);

    /// <summary>Runs a cmdlet without a target on the database.</summary>
    public Outcome OnDatabase(string command) => session.Run($"{command} -Provider Sqlite {Database.Argument}");

    /// <summary>What a hook noted in a global variable.</summary>
    public string Noted() => string.Join("\n", session.Run("$global:noted; $global:noted = $null").MustSucceed().Output);
}
