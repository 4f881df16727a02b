using System.IO;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>What a worker should never send: one clear error, and PowerShell goes on.</summary>
public sealed class NonsenseTests
{
    private static readonly ModuleLayout Layout = new(Paths.Module) { Worker = Paths.NonsenseWorker };

    [Theory]
    [InlineData("""{"Id":2,"Kind":"result","Bo""")]
    [InlineData("""a native library prints{"Id":2,"Kind":"result","Body":"{}"}""")]
    [InlineData("""{"Id":"two","Kind":"result","Body":"{}"}""")]
    [InlineData("""{"Id":99999999999,"Kind":"result","Body":"{}"}""")]
    [InlineData("""{"Id":1e99,"Kind":"result","Body":"{}"}""")]
    [InlineData("""{"Id":2,"Kind":{},"Body":"{}"}""")]
    [InlineData("""{"Id":2,"Kind":["result"],"Body":"{}"}""")]
    [InlineData("""{"Id":2,"Kind":"result","Body":"nonsense"}""")]
    [InlineData("""{"Id":2,"Kind":"result","Body":""}""")]
    [InlineData("""{"Id":2,"Kind":"result","Body":"null"}""")]
    [InlineData("""{"Id":2,"Kind":"result","Body":"[]"}""")]
    [InlineData("""{"Id":2,"Kind":"result","Body":"{\"Text\":[1]}"}""")]
    [InlineData("""{"Id":2,"Kind":"error","Body":"{"}""")]
    [InlineData("""{"Id":2,"Kind":"verbose","Body":"5"}""")]
    [InlineData("""{"Id":2,"Kind":"progress","Body":"{\"Percent\":\"all\"}"}""")]
    [InlineData("""{"Id":2,"Kind":"ask","Body":"{\"Id\":{}}"}""")]
    public void A_message_that_cannot_be_read_ends_the_worker_with_one_error(string answer)
    {
        using var fixture = new WorkerFixture(layout: Layout);
        File.WriteAllText(Path.Combine(fixture.Folder, "answer.txt"), answer);
        var worker = fixture.Get();

        var error = Assert.Throws<DbMigrateException>(() => worker.Call<TextEvent>("echo", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken));

        Assert.Equal((ErrorCatalogue.WorkerFailed, "The worker process sent a message that cannot be read, and was ended."), (error.Kind, error.Message));
        Assert.True(worker.HasEnded);
        Assert.NotSame(worker, fixture.Get());
    }

    [Theory]
    [InlineData("not a message\nnull\n5\n[]\n\n{}\n")]
    [InlineData("{\"Id\":77,\"Kind\":\"result\",\"Body\":\"nonsense of another request\"}\n")]
    [InlineData("{\"Id\":2,\"Kind\":\"somethingNew\",\"Body\":\"nonsense\",\"More\":[{}]}\n")]
    public void What_is_no_message_or_not_meant_for_the_request_is_passed_over(string before)
    {
        using var fixture = new WorkerFixture(layout: Layout);
        File.WriteAllText(Path.Combine(fixture.Folder, "answer.txt"), before + """{"Id":2,"Kind":"result","Body":"{\"Text\":\"x\"}"}""");

        Assert.Equal("x", fixture.Get().Call<TextEvent>("echo", new TextEvent(), fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void An_answer_of_many_megabytes_arrives_as_it_was_sent()
    {
        using var fixture = new WorkerFixture();
        var text = new string('x', 32 * 1024 * 1024);

        Assert.Equal(text, fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = text }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }
}
