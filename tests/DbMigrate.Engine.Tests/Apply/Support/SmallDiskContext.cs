using System.Data.Common;
using System.Globalization;
using System.IO;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context whose database may only grow to so many pages as a file beside it says: SQLite's own full disk.</summary>
public sealed class SmallDiskContext : DbContext
{
    /// <summary>The file that has the limit.</summary>
    public static string LimitFile(string database) => database + ".pages";

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(new SmallDiskConnection());

    private sealed class SmallDiskConnection : SqliteConnection
    {
        protected override DbProviderFactory DbProviderFactory => SmallDiskFactory.Instance;

        public override void Open()
        {
            base.Open();
            if (!File.Exists(LimitFile(DataSource)))
                return;
            using var command = CreateCommand();
            command.CommandText = "PRAGMA max_page_count = " + long.Parse(File.ReadAllText(LimitFile(DataSource)), CultureInfo.InvariantCulture);
            command.ExecuteNonQuery();
        }
    }

    private sealed class SmallDiskFactory : DbProviderFactory
    {
        public static readonly SmallDiskFactory Instance = new();

        public override DbConnection CreateConnection() => new SmallDiskConnection();

        public override DbCommand CreateCommand() => new SqliteCommand();

        public override DbParameter CreateParameter() => new SqliteParameter();

        public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new SqliteConnectionStringBuilder();
    }
}
