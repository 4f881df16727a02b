using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Apply;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

public sealed class FileLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dbmigrate-lock-").FullName;

    private string LockPath => Path.Combine(_folder, "x.db.dbmigrate-lock");

    [Fact]
    public void Only_one_holds_it()
    {
        using var first = FileLock.TryTake(LockPath);

        Assert.NotNull(first);
        Assert.Null(FileLock.TryTake(LockPath));
    }

    [Fact]
    public void Its_holder_can_be_read_while_it_is_held()
    {
        using var held = FileLock.TryTake(LockPath);

        var holder = LockFileReader.Read(LockPath);
        Assert.Equal(Environment.ProcessId, holder!.ProcessId);
        Assert.Equal(Environment.UserName + "@" + Environment.MachineName, holder.Who);
    }

    [Fact]
    public void It_leaves_no_file_and_can_be_taken_again()
    {
        FileLock.TryTake(LockPath)!.Dispose();

        Assert.False(File.Exists(LockPath));
        using var again = FileLock.TryTake(LockPath);
        Assert.NotNull(again);
    }

    [Fact]
    public void A_file_that_a_dead_holder_left_blocks_nobody()
    {
        File.WriteAllText(LockPath, "token=x\nwho=somebody@else\npid=1\nsince=2026-01-01T00:00:00+00:00\n");

        using var taken = FileLock.TryTake(LockPath);
        Assert.NotNull(taken);
    }

    [Fact]
    public async Task Never_two_hold_it_however_fast_it_changes_hands()
    {
        var holders = 0;
        var most = 0;
        var gate = new object();

        // Taking and letting go as fast as possible is what a file without a name could slip through.
        void Work()
        {
            for (var i = 0; i < 300; i++)
            {
                using var held = FileLock.TryTake(LockPath);
                if (held is null)
                    continue;
                lock (gate)
                    most = Math.Max(most, ++holders);
                lock (gate)
                    holders--;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Work)));
        Assert.Equal(1, most);
    }

    [Fact]
    public void A_holder_that_is_being_written_is_nobody_yet()
    {
        Assert.Null(LockHolder.Parse("token=x\nwho=so"));
        Assert.Null(LockHolder.Parse(""));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
