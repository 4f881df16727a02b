using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.EfCases;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Case C61, indexes on expressions: scripts make them by SQL, and what the database has instead is seen.</summary>
public sealed class ExpressionTests(PostgresCases postgres) : IClassFixture<PostgresCases>
{
    public static TheoryData<string, string, bool> Pairs => new()
    {
        { "lower(x)", "lower(q)", true },
        { "lower(x)", "upper(x)", true },
        { "lower(x)", "x", true },
        { "(z + 3)", "(z * 3)", true },
        { "(z + 3)", "(z + 4)", true },
        { "(ff + 42)", "(42 + ff)", true },
        { "(z + 3)", "(3 + z)", true },
        { "y, lower(x)", "lower(x), y", true },
        { "y, lower(x)", "y, lower(q)", true },
        { "lower(x), y", "lower(x)", true },
        { "(x || 'a')", "(x || 'b')", true },
        { "(x || q)", "(q || x)", true },
        { "abs(z)", "(-z)", true },
        { "lower(x) DESC", "lower(x)", true },
        { "coalesce(x, '')", "coalesce(x, ' ')", true },
        { "lower(trim(x))", "trim(lower(x))", true },
        { "lower(x)", "lower(x)", false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void C61_Another_expression_is_seen_on_SQLite(string made, string wanted, bool differs)
    {
        using var file = new SqliteFile();
        Compare(new SqliteCaseDatabase(file), made, wanted, differs);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void C61_Another_expression_is_seen_on_PostgreSQL(string made, string wanted, bool differs)
        => Compare(postgres.Empty(), made, wanted, differs);

    [Fact]
    public void C61_Other_spaces_are_nothing_to_a_server() => Compare(postgres.Empty(), "lower(  x )", "lower(x)", differs: false);

    private static void Compare(CaseDatabase database, string made, string wanted, bool differs)
    {
        var table = database.Desired(Db(T(e => { e.Text("x"); e.Text("q"); e.Int("y"); e.Int("z"); e.Property<double>("ff"); })));
        database.Apply(new SchemaDiffer(database.Traits).Diff(SchemaState.Empty, table, DiffDecisions.None).Operations);
        database.Apply([Index(made)]);

        var differences = database.Differences(new Replayer(database.Traits).Apply(table, [Index(wanted)]));

        Assert.Equal(differs ? ["Changed index T.made_by_hand"] : [], differences.Select(d => $"{d.Kind} {d.Object}"));
    }

    private static SqlOperation Index(string expressions) => new() { Sql = $"CREATE INDEX made_by_hand ON \"T\" ({expressions})" };
}
