using System;
using System.Data.Common;
using System.Threading;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>Stops the statement that runs on a connection; the provider's own <c>Cancel</c> does nothing.</summary>
internal sealed class SqliteInterrupt
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    private readonly Action? _interrupt;

    public SqliteInterrupt(DbConnection connection)
    {
        var handle = connection.GetType().GetProperty("Handle")?.GetValue(connection);
        var method = handle?.GetType().Assembly.GetType("SQLitePCL.raw")?.GetMethod("sqlite3_interrupt", [handle.GetType()]);
        if (method is not null)
            _interrupt = () => method.Invoke(null, [handle]);
    }

    /// <summary>Interrupts what runs from the moment of cancellation until disposed of, again and again: a call that comes just before the statement is lost.</summary>
    public IDisposable On(CancellationToken cancellation) => new Watch(_interrupt, cancellation);

    private sealed class Watch : IDisposable
    {
        private readonly CancellationTokenRegistration _registration;
        private readonly object _gate = new();
        private Timer? _timer;
        private bool _isOver;

        public Watch(Action? interrupt, CancellationToken cancellation)
        {
            if (interrupt is not null && cancellation.CanBeCanceled)
                _registration = cancellation.Register(() => Start(interrupt));
        }

        public void Dispose()
        {
            _registration.Dispose();
            lock (_gate)
            {
                _isOver = true;
                _timer?.Dispose();
            }
        }

        private void Start(Action interrupt)
        {
            lock (_gate)
            {
                if (!_isOver)
                    _timer = new Timer(_ => Fire(interrupt), null, TimeSpan.Zero, Again);
            }
        }

        private void Fire(Action interrupt)
        {
            lock (_gate)
            {
                if (!_isOver)
                    interrupt();
            }
        }
    }
}
