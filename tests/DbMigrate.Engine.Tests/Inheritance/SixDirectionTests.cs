using System;
using System.Linq;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A hierarchy goes from each strategy to each other one and back, in a filled database: an application sees the same rows.</summary>
public sealed class SixDirectionTests(PostgresServer server)
{
    public static TheoryData<bool, Strategy, Strategy> Directions
    {
        get
        {
            var data = new TheoryData<bool, Strategy, Strategy>();
            foreach (var isPostgres in new[] { false, true })
            {
                foreach (var (from, to) in from a in Enum.GetValues<Strategy>() from b in Enum.GetValues<Strategy>() where a != b select (a, b))
                    data.Add(isPostgres, from, to);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void Rows_are_kept_there_and_back(bool isPostgres, Strategy from, Strategy to)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, m => Zoo.Build(m, from));
        using (var context = database.Context(m => Zoo.Build(m, from)))
            Zoo.Fill(context);
        using (var context = database.Context(m => Zoo.Build(m, from)))
        {
            var rows = Zoo.Read(context);
            Assert.Equal(12, rows.Count);

            var conversion = new Conversion(database, first.Recorded, m => Zoo.Build(m, to));
            conversion.Up();
            using (var after = database.Context(m => Zoo.Build(m, to)))
                Assert.Equal(rows, Zoo.Read(after));

            conversion.Down();
            using (var again = database.Context(m => Zoo.Build(m, from)))
                Assert.Equal(rows, Zoo.Read(again));
            Assert.DoesNotContain(conversion.Losses, l => l.StartsWith("drops column", StringComparison.Ordinal) || l.Contains("with its rows", StringComparison.Ordinal));
        }
    }
}
