using System;
using System.Data.Common;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>PostgreSQL's error codes.</summary>
internal static class PostgresErrors
{
    public const string LockNotAvailable = "55P03";
    public const string Cancelled = "57014";
    public const string NoSuchDatabase = "3D000";
    public const string ReadOnly = "25006";

    /// <summary>The code; empty where the server gave none, as where it was not reached.</summary>
    public static string Code(Exception exception) => (exception as DbException)?.SqlState ?? "";

    /// <summary>The server's advice, which the exception's message leaves out; null where it gave none.</summary>
    public static string? Hint(Exception exception) => exception is DbException ? exception.Data["Hint"] as string : null;
}
