using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class ProgressTests
{
    [Fact]
    public void A_statement_that_takes_long_is_reported_while_it_runs()
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", ApplyTests.Endless));
        using var cancellation = new CancellationTokenSource();

        // It never ends by itself: the report does that.
        work.Invoke(Methods.Apply, work.Plan(), (kind, body) =>
        {
            if (kind == Events.Progress && body.Contains("statement 2 of 2: Sql, for ", StringComparison.Ordinal))
                cancellation.Cancel();
        }, cancellation.Token);

        Assert.True(cancellation.IsCancellationRequested);
        Assert.Contains(work.Emitted, e => e.Kind == Events.Progress && JsonSerializer.Deserialize<ProgressEvent>(e.Body)!.Percent == 50);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public void Statements_are_told_one_by_one_where_somebody_sees_it(bool isQuiet, int lines)
    {
        using var work = new Workspace();
        work.Script("a", null, Workspace.Sql("CREATE TABLE A (X INTEGER)", "CREATE TABLE B (X INTEGER)"));
        var request = work.Plan();
        request.IsQuiet = isQuiet;

        work.Apply(request);

        Assert.Equal(lines, work.Emitted.Count(e => e.Kind == Events.Verbose && e.Body.Contains("statement", StringComparison.Ordinal)));
        Assert.Contains(work.Emitted, e => e.Kind == Events.Progress && e.Body.Contains("statement 1 of 2", StringComparison.Ordinal));
    }
}
