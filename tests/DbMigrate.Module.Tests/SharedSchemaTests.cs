using System;
using DbMigrate.Engine.Tests.SqliteFidelity;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Databases that other tools made are adopted by the cmdlets as a user would do it.</summary>
public sealed class SharedSchemaTests : IClassFixture<SharedSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public SharedSchemaTests(SharedSession shared)
    {
        _session = shared.Session;
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SharedSchemas.Files), MemberType = typeof(SharedSchemas))]
    public void A_database_that_others_made_is_adopted(string file)
    {
        const string objects = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY type, name";
        var (old, fresh) = (new Database(_folder["old.db"]), new Database(_folder["new.db"]));
        old.Query(SharedSchemas.Read(file));

        Run($"New-DbMigration 'as it is' -Baseline {On(old)}");
        Run($"Set-DbMigrationStamp {On(old)}");
        Run($"Update-Database {On(fresh)}");

        foreach (var database in new[] { old, fresh })
            Run($"Assert-DbMigration -Applied -Drift {On(database)}");
        Assert.NotEmpty(fresh.Tables());
        Assert.Equal(old.Tables(), fresh.Tables());
        Assert.Equal(old.Query(objects), fresh.Query(objects));
    }

    private void Run(string script) => _session.Run(script).MustSucceed();

    private static string On(Database database) => $"-Provider Sqlite {database.Argument}";
}
