using System.IO;
using System.Linq;
using System.Text.Json;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>One clear error each, and nothing changed.</summary>
public sealed class BadDatabaseTests
{
    [Fact]
    public void A_folder_that_does_not_exist_is_not_made()
    {
        using var work = ApplyTests.TwoRevisions();
        work.ConnectionString = "Data Source=" + Path.Combine(work.Folder, "nowhere", "x.db");

        Assert.Equal("DatabaseFolderNotFound", work.Error(Methods.Apply, work.Plan()).ErrorId);
        Assert.False(Directory.Exists(Path.Combine(work.Folder, "nowhere")));
        Assert.False(work.Status().Exists);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        using var work = ApplyTests.TwoRevisions();
        File.WriteAllText(work.Database, new string('x', 5000));

        Assert.Equal("DatabaseInvalid", work.Error(Methods.Apply, work.Plan()).ErrorId);
        Assert.Equal(5000, new FileInfo(work.Database).Length);
        Assert.Single(Directory.GetFiles(work.Folder, "test.db*"));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_named()
    {
        using var work = ApplyTests.TwoRevisions();
        Directory.CreateDirectory(work.Database);

        var error = work.Error(Methods.Apply, work.Plan());
        Assert.Equal("DatabaseUnavailable", error.ErrorId);
        Assert.Contains(work.Database, error.Message);
    }

    [Fact]
    public void A_database_that_cannot_be_written_says_so()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply(work.Plan("a"));
        work.ConnectionString = $"Data Source={work.Database};Mode=ReadOnly";

        Assert.Equal("DatabaseReadOnly", work.Error(Methods.Apply, work.Plan()).ErrorId);
        Assert.Equal(["a"], work.Status().Current);
    }

    [Fact]
    public void A_database_that_another_program_writes_to_is_busy_after_the_lock_timeout()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply(work.Plan("a"));
        using var other = work.Open();
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        var request = work.Plan();
        request.LockTimeout = 0;

        var error = work.Error(Methods.Apply, request);

        Assert.Equal("DatabaseBusy", error.ErrorId);
        Assert.Contains("another program", error.Message);
        Assert.False(File.Exists(work.LockFile));
        Assert.Equal(["a"], work.Status().Current);
    }

    [Fact]
    public void A_connection_string_that_makes_no_sense_is_not_repeated()
    {
        using var work = ApplyTests.TwoRevisions();
        work.ConnectionString = "Data Source=x.db;Mode=S3cret;Password=hunter2";

        var (kind, body) = work.Invoke(Methods.Apply, work.Plan());

        Assert.Equal(Events.Error, kind);
        Assert.DoesNotContain("S3cret", body);
        Assert.DoesNotContain("hunter2", body);
        Assert.Equal("DatabaseUnavailable", JsonSerializer.Deserialize<ErrorEvent>(body)!.ErrorId);
    }

    [Fact]
    public void A_password_is_never_shown()
    {
        using var work = ApplyTests.TwoRevisions();
        work.ConnectionString = $"Data Source={work.Database};Password=hunter2";

        var (kind, body) = work.Invoke(Methods.Apply, work.Plan());

        // The SQLite that comes with EF Core does not encrypt, and says so.
        Assert.Equal(Events.Error, kind);
        Assert.Equal("DatabaseUnavailable", JsonSerializer.Deserialize<ErrorEvent>(body)!.ErrorId);
        Assert.DoesNotContain("hunter2", body + string.Concat(work.Emitted.Select(e => e.Body)));
    }

    [Fact]
    public void A_database_with_a_write_ahead_log_is_read_and_migrated_like_others()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Apply(work.Plan("a"));
        work.Query("PRAGMA journal_mode = WAL");

        Assert.Equal(["b"], work.Status().Pending);
        Assert.Equal(1, work.Apply().Steps);
        Assert.Equal(["wal"], work.Query("PRAGMA journal_mode"));
        Assert.Equal(["test.db"], Directory.GetFiles(work.Folder, "test.db*").Select(Path.GetFileName));
    }

    [Fact]
    public void A_script_that_does_not_compile_is_shown_with_its_places()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Script("c", "b", "migrationBuilder.Nonsense();");

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("ScriptInvalid", error.ErrorId);
        Assert.Equal(work.PathOf("c"), error.Target);
        var line = File.ReadAllLines(work.PathOf("c")).ToList().FindIndex(l => l.Contains("Nonsense")) + 1;
        Assert.Contains($"{work.PathOf("c")}({line},", error.Message);
        Assert.Contains("CS1061", error.Message);
        Assert.False(File.Exists(work.Database));
    }

    [Fact]
    public void A_script_that_throws_is_named_with_its_method()
    {
        using var work = ApplyTests.TwoRevisions();
        work.Script("c", "b", "throw new System.InvalidOperationException(\"not today\");");

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("ScriptFailed", error.ErrorId);
        Assert.Contains("Up of revision c", error.Message);
        Assert.Contains("not today", error.Message);
        Assert.Contains(work.PathOf("c"), error.Message);
        Assert.False(File.Exists(work.Database));
    }
}
