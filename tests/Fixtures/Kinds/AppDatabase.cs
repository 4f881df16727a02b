using System;
using Microsoft.EntityFrameworkCore;

namespace Kinds;

/// <summary>The database of an app, which it chooses as many do: by its environment.</summary>
public static class AppDatabase
{
    /// <summary>SQLite, or PostgreSQL in the environment of that name; there is no server until the connection string is given.</summary>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, string? sqlite)
        => Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Postgres" ? options.UseNpgsql("Host=nowhere") : options.UseSqlite(sqlite);
}
