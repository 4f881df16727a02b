using Xunit;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>The 60 cases of the reference on EF, each on both databases. Case 60 is about the runner; tests of that carry its number.</summary>
public sealed class EfCaseTests(PostgresCases postgres) : IClassFixture<PostgresCases>
{
    private static readonly CaseList Cases = new(
    [
        .. TableCases.All,
        .. TableRenameCases.All,
        .. ColumnRenameCases.All,
        .. ColumnCases.All,
        .. FacetCases.All,
        .. DropCases.All,
        .. IndexCases.All,
        .. KeyCases.All,
        .. ForeignKeyCases.All,
        .. SequenceCases.All,
        .. SeedCases.All,
        .. HierarchyCases.All,
        .. OrderCases.All,
    ]);

    public static TheoryData<string> OnSqlite => Cases.NamesOn(Databases.Sqlite);

    public static TheoryData<string> OnPostgres => Cases.NamesOn(Databases.Postgres);

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public void A_filled_SQLite_file_goes_there_and_back(string name) => Cases.RunOnSqlite(name);

    [Theory]
    [MemberData(nameof(OnPostgres))]
    public void A_filled_PostgreSQL_database_goes_there_and_back(string name) => Cases.Run(name, postgres.Empty());
}
