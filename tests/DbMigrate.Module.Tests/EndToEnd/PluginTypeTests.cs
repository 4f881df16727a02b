using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>
/// Models with types of NodaTime and NetTopologySuite, which the provider knows by plug-ins: from the first script to an
/// operator who has neither the target nor the plug-ins. Values are compared with what the server makes of SQL by hand.
/// </summary>
public sealed class PluginTypeTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Session> _sessions = [];

    private string _assembly = "";
    private string _connection = "";

    private string Target => $"-Assembly '{_assembly}'";

    private string Database => $"-ConnectionString '{_connection}'";

    public void Dispose()
    {
        foreach (var session in _sessions)
        {
            session.Run("Remove-Module DbMigrate");
            session.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public void Times()
    {
        Use("TimeApp");

        MainJob("@{ 'Visits.Left' = '2026-12-31T12:00Z' }", "ALTER TABLE \"Visits\" ALTER \"Day\" SET DEFAULT '2000-01-01', DROP COLUMN \"Zone\"", "INSERT INTO \"Visits\" (\"Opens\") VALUES ('{}')", "\"Left\" = timestamptz '2026-12-31 12:00+00'", () =>
        {
            Same("Visits", "\"Id\" = 1", new()
            {
                ["At"] = "timestamptz '2026-11-22 14:03:05.123456+00'",
                ["Local"] = "timestamp '2026-01-02 03:04'",
                ["Day"] = "date '2026-01-02'",
                ["Time"] = "time '03:04'",
                ["Clock"] = "timetz '03:04+05:30'",
                ["Length"] = "interval '-2 days'",
                ["Rest"] = "interval '2 days 3 milliseconds'",
                ["Open"] = "tstzrange('2026-11-22 14:03:05.123456+00', NULL)",
                ["Holiday"] = "daterange('2026-01-02', '2026-01-04')",
                ["Zone"] = "'Asia/Tokyo'",
                ["Left"] = "timestamptz '2026-11-22 14:04:05.123456+00'",
                ["Days"] = "ARRAY[date '2026-01-02']",
                ["Opens"] = "tstzmultirange(tstzrange(NULL, '2026-11-22 15:03:05.123456+00'))",
            });
            Same("Visits", "\"Id\" <> 1", new()
            {
                ["Time"] = "time '14:03:05.25'",
                ["Clock"] = "timetz '14:03-02'",
                ["Length"] = "interval '26:00:00.005'",
                ["Rest"] = "interval '1 year 2 months 3 days 03:59:55'",
                ["Holiday"] = "daterange('2026-12-24', '2027-01-02')",
                ["Days"] = "ARRAY[date '2026-11-22', date '2026-11-23']",
            });
        });
    }

    [Fact]
    public void Places()
    {
        Skip.If(Query(server.ConnectionString(), "SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").Count == 0, "PostGIS is not installed beside PostgreSQL; Debian's package postgresql-15-postgis-3 brings it");
        Use("PlaceApp");

        MainJob("@{ 'Places.Outline' = 'POLYGON((0 0, 1 0, 1 1, 0 0))' }", "ALTER TABLE \"Places\" ALTER \"Centre\" DROP DEFAULT, DROP COLUMN \"Road\"", "INSERT INTO \"Places\" (\"Globe\") VALUES ('POINT(1 2)')", "ST_Area(\"Outline\") = 0.5", () =>
            Same("Places", "\"Id\" = 1", new()
            {
                ["Centre"] = "ST_SetSRID(ST_MakePoint(13.4, 52.5), 4326)",
                ["Area"] = "ST_MakeLine(ST_MakePoint(0, 0), ST_MakePoint(1, 1.5))",
                ["Outline"] = "ST_MakePolygon(ST_MakeLine(ARRAY[ST_MakePoint(0,0), ST_MakePoint(4,0), ST_MakePoint(4,4), ST_MakePoint(0,0)]), ARRAY[ST_MakeLine(ARRAY[ST_MakePoint(2,1), ST_MakePoint(3,1), ST_MakePoint(3,2), ST_MakePoint(2,1)])])",
                ["Globe"] = "ST_SetSRID(ST_MakePoint(13.4, 52.5), 4326)::geography",
            }));
    }

    private void MainJob(string fill, string damage, string insert, string filled, Action check)
    {
        Run("Initialize-DbMigration");
        Run($"New-DbMigration first -RevisionId first1 {Target} -Context FirstContext");
        Assert.Empty(Run($"New-DbMigration nothing {Target} -Context FirstContext").Output);
        Assert.Equal(["first1"], Run($"Update-Database {Target} -Context FirstContext {Database}").All<string>("Revision"));
        MustAgree("FirstContext");
        Query(insert);
        check();

        Run($"New-DbMigration second -RevisionId second1 -Fill {fill} {Target} -Context SecondContext");
        Assert.Equal(["second1"], Run($"Update-Database {Target} -Context SecondContext {Database}").All<string>("Revision"));
        MustAgree("SecondContext");
        var table = insert.Split('"')[1];
        Assert.Equal(["True"], Query($"SELECT {filled} FROM \"{table}\" WHERE \"Id\" <> 1"));
        Run($"Undo-DbMigration -Confirm:$false {Target} -Context SecondContext {Database}");
        MustAgree("FirstContext");
        Run($"Update-Database {Target} -Context SecondContext {Database}");

        // Somebody changed the database by hand.
        Query(damage);
        Assert.Equal(2, Run($"Compare-DbSchema Model Database {Target} -Context SecondContext {Database}").Output.Count);
        Run($"New-DbMigration mended -RevisionId mended1 -FromDatabase {Target} -Context SecondContext {Database}");
        Run($"Update-Database {Target} -Context SecondContext {Database}");
        MustAgree("SecondContext");

        // An operator has the scripts and the provider.
        var alone = $"-Provider '{Path.Combine(Path.GetDirectoryName(_assembly)!, "Npgsql.EntityFrameworkCore.PostgreSQL.dll")}'";
        Assert.DoesNotContain(Directory.GetFiles(_folder["migrations/versions"]).Select(File.ReadAllText), t => t.Contains("NodaTime") || t.Contains("NetTopologySuite"));
        Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {alone} {Database}").Single().ToString());
        Run($"Undo-DbMigration base -Confirm:$false {alone} {Database}");
        Run($"Update-Database {alone} {Database}");
        MustAgree("SecondContext");

        // A database without scripts is adopted. Its rows are nobody's.
        Run("Initialize-DbMigration -Path adopted");
        Run($"New-DbMigration 'as it is' -Baseline -Path adopted {Target} -Context SecondContext {Database}");
        Assert.All(Run($"Compare-DbSchema head Model -Path adopted {Target} -Context SecondContext").Output, d => Assert.StartsWith("row", d.ToString(), StringComparison.Ordinal));
    }

    private void Use(string app)
    {
        _assembly = Path.Combine(Repository.Root, "tests", "Fixtures", app, "bin", Repository.Configuration, "net10.0", app + ".dll");
        _connection = server.ConnectionString(server.CreateDatabase());
        _sessions.Add(new Session(_folder.Path));
    }

    private void MustAgree(string context)
        => Assert.Empty(Run($"Compare-DbSchema Model Database {Target} -Context {context} {Database}; Compare-DbSchema current Database {Target} -Context {context} {Database}").Output);

    private void Same(string table, string where, Dictionary<string, string> expected)
        => Assert.All(expected, e => Assert.Equal(["True"], Query($"SELECT \"{e.Key}\" IS NOT DISTINCT FROM {e.Value} FROM \"{table}\" WHERE {where}")));

    private IReadOnlyList<string> Query(string sql) => Query(_connection, sql);

    private static IReadOnlyList<string> Query(string connection, string sql) => ServerDatabase.Query(connection, sql);

    // What is not compared would be a warning.
    private Outcome Run(string script)
    {
        var outcome = _sessions[0].Run(script).MustSucceed();
        Assert.DoesNotContain(outcome.Warnings, w => w.Contains("compared", StringComparison.Ordinal));
        return outcome;
    }
}
