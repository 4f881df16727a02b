using System;
using System.Data.Common;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>SQLite's result codes, read from the provider's exception without a reference to the provider.</summary>
internal static class SqliteErrors
{
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int Interrupt = 9;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NotADatabase = 26;

    private const int ReadOnlyRecovery = 264;
    private const int ReadOnlyCannotInit = 1288;
    private const int ReadOnlyRollback = 776;

    /// <summary>The primary result code; 0 where the exception is not SQLite's.</summary>
    public static int Code(Exception exception) => Property(exception, "SqliteErrorCode");

    public static bool IsBusy(Exception exception) => Code(exception) is Busy or Locked;

    /// <summary>Whether a run that died left a journal that only a writer can roll back.</summary>
    public static bool NeedsRecovery(Exception exception)
        => Property(exception, "SqliteExtendedErrorCode") is ReadOnlyRecovery or ReadOnlyRollback or ReadOnlyCannotInit;

    private static int Property(Exception exception, string name)
        => exception is DbException && exception.GetType().GetProperty(name)?.GetValue(exception) is int code ? code : 0;
}
