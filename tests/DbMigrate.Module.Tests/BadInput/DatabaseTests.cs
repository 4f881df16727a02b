using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Module.Tests.BadInput;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public DatabaseTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "", "a table", "migrationBuilder.Sql(\"CREATE TABLE Notes (Id INTEGER PRIMARY KEY)\");");
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void No_connection_string()
        => _session.Run("Update-Database -Provider Sqlite").MustFail("ConnectionMissing");

    [Fact]
    public void A_connection_string_that_cannot_be_read()
        => Assert.DoesNotContain("s3cret", _session.Run("Update-Database -Provider Sqlite -ConnectionString 'Data Source=x.db;Nonsense=1;Password=s3cret'").Error!.ToString());

    [Fact]
    public void A_provider_that_is_not_there()
        => _session.Run($"Update-Database -Provider Oracle {_database.Argument}").MustFail("TargetNotFound");

    [Fact]
    public void A_folder_that_does_not_exist()
    {
        var error = _session.Run($"Update-Database -Provider Sqlite -ConnectionString 'Data Source={_folder["no/such/test.db"]}'").MustFail("DatabaseFolderNotFound");

        Assert.Contains(_folder["no/such"], error.ToString());
        Assert.False(Directory.Exists(_folder["no"]));
    }

    [Fact]
    public void A_file_that_is_no_database()
    {
        _folder.Write("test.db", new string('x', 4096));

        Assert.Contains(_database.Path, Update().MustFail("DatabaseInvalid").ToString());
        _session.Run($"Get-DbMigrationStatus -Provider Sqlite {_database.Argument}").MustFail("DatabaseInvalid");
        Assert.Equal(4096, new FileInfo(_database.Path).Length);
    }

    [Fact]
    public void A_database_that_another_program_holds()
    {
        using var other = new SqliteConnection(_database.ConnectionString + ";Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE Theirs (Id INTEGER); BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        _session.Run($"Update-Database -LockTimeout 1 -Provider Sqlite {_database.Argument}").MustFail("DatabaseBusy");

        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        Assert.Equal(["Theirs"], _database.Tables());
        Update().MustSucceed();
    }

    [Fact]
    public void A_database_that_cannot_be_written()
    {
        Skip.If(Environment.UserName == "root", "the superuser may write everything");
        _database.Query("CREATE TABLE Theirs (Id INTEGER)");
        File.SetAttributes(_database.Path, FileAttributes.ReadOnly);

        Update().MustFail("DatabaseReadOnly");
    }

    [Fact]
    public void A_database_that_is_opened_for_reading_only()
    {
        _database.Query("CREATE TABLE Theirs (Id INTEGER)");

        _session.Run($"Update-Database -Provider Sqlite -ConnectionString '{_database.ConnectionString};Mode=ReadOnly'").MustFail("DatabaseReadOnly");

        Assert.Equal(["Theirs"], _database.Tables());
    }

    [Fact]
    public void A_history_that_names_a_revision_without_a_script()
    {
        _folder.WriteRevision("second2", "first1");
        Update().MustSucceed();
        File.Delete(_folder["migrations/versions/second2.cs"]);
        _folder.WriteRevision("other2", "first1");

        Assert.Contains("second2", Update().MustFail("HistoryUnknownRevision").ToString());
        Assert.Equal(["second2"], _session.Run($"Get-DbMigrationStatus -Provider Sqlite {_database.Argument}").Single<string[]>("Unknown"));
        Assert.Equal("False", _session.Run($"Test-DbMigration -Applied -Provider Sqlite {_database.Argument}").Single().ToString());
        Assert.Equal(["first1", "second2"], _database.Applied());
    }

    [Fact]
    public void A_script_that_was_changed_after_it_was_applied()
    {
        Update().MustSucceed();
        File.AppendAllText(_folder["migrations/versions/first1.cs"], "// changed\n");

        var status = _session.Run($"Get-DbMigrationStatus -Provider Sqlite {_database.Argument}");
        Assert.Equal(["first1"], status.Single<string[]>("Changed"));
        var test = _session.Run($"Test-DbMigration -Applied -Verbose -Provider Sqlite {_database.Argument}");
        Assert.Equal("False", test.Single().ToString());
        Assert.Contains(test.Verbose, reason => reason.Contains("first1", StringComparison.Ordinal));
    }

    private Outcome Update() => _session.Run($"Update-Database -Provider Sqlite {_database.Argument}");
}
