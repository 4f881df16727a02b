using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Providers.Sqlite;

/// <summary>The method that the engine looks for in an assembly that is named as a provider.</summary>
public static class SqliteConnector
{
    /// <summary>Makes a context use SQLite.</summary>
    /// <param name="options">The options of the context.</param>
    /// <param name="connectionString">The connection string.</param>
    public static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString)
        => SqliteDbContextOptionsBuilderExtensions.UseSqlite(options, connectionString);
}
