using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that changes a database alone, or says with which SQL.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LockingCommand : DatabaseCommand
{
    /// <summary>Returns the SQL, one text per revision, and runs nothing; with a range no database is read.</summary>
    [Parameter]
    public SwitchParameter AsSql { get; set; }

    /// <summary>Seconds to wait for another run to end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int LockTimeout { get; set; } = 60;

    /// <summary>A word for <c>env.ps1</c>, which finds it in <c>$Tag</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Tag { get; set; }

    private protected sealed override string HookTag => Tag ?? FromEnvironment(nameof(Tag));

    private protected int LockSeconds(DatabaseMessage database) => Seconds(nameof(LockTimeout), LockTimeout, Hooks.Configured(database.Database).LockTimeout);

    private protected static bool IsRange(IEnumerable<string> revisions) => revisions.Any(r => r.IndexOf(':') >= 0);

    /// <summary>Each text is whole by itself: it begins with the lines that the database's client needs.</summary>
    private protected void WriteTexts(SqlResult sql) => WriteObject(sql.Steps.Select(s => sql.FirstLines + s.Sql), enumerateCollection: true);

    /// <summary>Does something with each database; where one fails, the error says what became of the others.</summary>
    private protected void ForEach<T>(IReadOnlyCollection<T> works, Action<T> action)
        where T : DatabaseWork
    {
        foreach (var work in works)
        {
            try
            {
                In(work.Database, () => { action(work); return true; });
            }
            catch (DbMigrateException e) when (works.Count > 1)
            {
                throw e.Kind.Error($"{e.Message}\n{work.Others(works)}", e.Target, e.Action, e);
            }
            catch (WorkerCancelledException) when (works.Count > 1)
            {
                HostText.Warn(Host, work.Others(works));
                throw;
            }
        }
    }
}
