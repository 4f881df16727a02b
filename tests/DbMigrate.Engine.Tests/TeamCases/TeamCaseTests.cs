using DbMigrate.Engine.Tests.EfCases;
using Xunit;

namespace DbMigrate.Engine.Tests.TeamCases;

/// <summary>What teams change in one go, each on both databases.</summary>
public sealed class TeamCaseTests(PostgresCases postgres) : IClassFixture<PostgresCases>
{
    private static readonly CaseList Cases = new([.. MovedValueCases.All, .. ClassCases.All, .. SeedTradeCases.All]);

    public static TheoryData<string> OnSqlite => Cases.NamesOn(Databases.Sqlite);

    public static TheoryData<string> OnPostgres => Cases.NamesOn(Databases.Postgres);

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public void A_filled_SQLite_file_goes_there_and_back(string name) => Cases.RunOnSqlite(name);

    [Theory]
    [MemberData(nameof(OnPostgres))]
    public void A_filled_PostgreSQL_database_goes_there_and_back(string name) => Cases.Run(name, postgres.Empty());
}
