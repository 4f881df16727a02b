using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases that theories run by their names.</summary>
internal sealed class CaseList(IReadOnlyList<ModelCase> cases)
{
    /// <summary>The names of those for a database.</summary>
    public TheoryData<string> NamesOn(Databases database) => [.. cases.Where(c => c.On.HasFlag(database)).Select(c => c.Name)];

    /// <summary>Runs one on a file.</summary>
    public void RunOnSqlite(string name)
    {
        using var file = new SqliteFile();
        Run(name, new SqliteCaseDatabase(file));
    }

    /// <summary>Runs one on a database.</summary>
    public void Run(string name, CaseDatabase database) => new CaseRun(cases.Single(c => c.Name == name), database).Run();
}
