using DbMigrate.Engine.Tests.EfCases;
using Xunit;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>
/// The peer's cases C58 to C64 about what it finds out by itself, each on both databases. Left out is what EF's models
/// cannot say: deferrable keys, indexes on expressions (ExpressionTests), and constraints without a name (UnnamedTests).
/// </summary>
public sealed class AlembicCaseTests(PostgresCases postgres) : IClassFixture<PostgresCases>
{
    private static readonly CaseList Cases = new([.. BigCases.All, .. TypeCases.All, .. ConstraintCases.All, .. OtherCases.All]);

    public static TheoryData<string> OnSqlite => Cases.NamesOn(Databases.Sqlite);

    public static TheoryData<string> OnPostgres => Cases.NamesOn(Databases.Postgres);

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public void A_filled_SQLite_file_goes_there_and_back(string name) => Cases.RunOnSqlite(name);

    [Theory]
    [MemberData(nameof(OnPostgres))]
    public void A_filled_PostgreSQL_database_goes_there_and_back(string name) => Cases.Run(name, postgres.Empty());
}
