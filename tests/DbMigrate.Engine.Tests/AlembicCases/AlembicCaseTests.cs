using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.EfCases;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>
/// The peer's cases C58 to C64 about what it finds out by itself, each on both databases. Left out is what EF's models
/// cannot say: deferrable keys, indexes on expressions (ExpressionTests), and constraints without a name (UnnamedTests).
/// </summary>
public sealed class AlembicCaseTests(PostgresCases postgres) : IClassFixture<PostgresCases>
{
    private static readonly IReadOnlyList<ModelCase> Cases = [.. BigCases.All, .. TypeCases.All, .. ConstraintCases.All, .. OtherCases.All];

    public static TheoryData<string> OnSqlite => [.. Cases.NamesOn(Databases.Sqlite)];

    public static TheoryData<string> OnPostgres => [.. Cases.NamesOn(Databases.Postgres)];

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public void A_filled_SQLite_file_goes_there_and_back(string name)
    {
        using var file = new SqliteFile();
        new CaseRun(Cases.Single(c => c.Name == name), new SqliteCaseDatabase(file)).Run();
    }

    [Theory]
    [MemberData(nameof(OnPostgres))]
    public void A_filled_PostgreSQL_database_goes_there_and_back(string name)
        => new CaseRun(Cases.Single(c => c.Name == name), postgres.Empty()).Run();
}
