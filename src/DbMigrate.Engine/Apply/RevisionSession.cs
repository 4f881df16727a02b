using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Threading;
using DbMigrate.Engine.Providers;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// The connection that revisions run on. A revision is <see cref="Begin"/>, statements, <see cref="Commit"/> or
/// <see cref="Rollback"/>, and <see cref="End"/> in any case; a statement that needs no transaction around it
/// stands between a commit and a begin.
/// </summary>
internal abstract class RevisionSession : IDisposable
{
    private readonly List<string> _warnings = [];

    public abstract DbConnection Connection { get; }

    /// <summary>Something that changes whenever the schema does, or null where the database has nothing like it.</summary>
    public abstract string? SchemaStamp();

    /// <summary>Prepares the connection for the script and begins a transaction.</summary>
    public abstract void Begin(SqlScript script);

    /// <summary>Runs one statement.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="TimeoutException">It took longer than it may.</exception>
    /// <exception cref="DbException">It failed.</exception>
    public abstract void Execute(string sql, CancellationToken cancellation);

    /// <summary>The rows of a query as text, within the transaction; none where it cannot be asked any more.</summary>
    public IReadOnlyList<string> FirstRows(string query)
    {
        try
        {
            using var command = Connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
            return rows;
        }
        catch (DbException)
        {
            return [];
        }
    }

    /// <summary>
    /// Looks for what an earlier attempt at a statement outside of transactions has left, and clears away what is half
    /// done and of no use.
    /// </summary>
    /// <param name="sql">The statement.</param>
    /// <param name="isRepeated">Whether this revision may have run it before.</param>
    /// <returns>Whether nothing is left to do.</returns>
    public virtual bool IsDone(string sql, bool isRepeated) => false;

    /// <summary>Checks what could not be checked before, and commits.</summary>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>ForeignKeyViolation</c>.</exception>
    public abstract void Commit();

    /// <summary>Rolls back what is not committed; does nothing where no transaction is open.</summary>
    public abstract void Rollback();

    /// <summary>Brings the connection back to what it was before <see cref="Begin"/>.</summary>
    public abstract void End();

    /// <summary>Runs statements in a transaction of their own.</summary>
    public abstract void RunApart(IReadOnlyList<string> statements);

    /// <summary>What people should know although it did not stop the revision; each is given once.</summary>
    public IReadOnlyList<string> TakeWarnings()
    {
        string[] warnings = [.. _warnings];
        _warnings.Clear();
        return warnings;
    }

    public abstract void Dispose();

    protected void Warn(string text) => _warnings.Add(text);
}
