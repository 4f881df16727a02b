using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SteppingTarget;

/// <summary>Stops before each statement from the first transaction on.</summary>
internal sealed class SteppingConnection : SqliteConnection
{
    private StepGate? _gate;

    protected override DbProviderFactory DbProviderFactory => SteppingFactory.Instance;

    public override SqliteCommand CreateCommand() => new SteppingCommand { Connection = this, CommandTimeout = DefaultTimeout };

    protected override void Dispose(bool disposing)
    {
        _gate?.Dispose();
        base.Dispose(disposing);
    }

    private void Pass(string sql)
    {
        if (sql.StartsWith("BEGIN", System.StringComparison.Ordinal))
            _gate ??= StepGate.TryOpen();
        _gate?.Pass(sql);
    }

    private sealed class SteppingCommand : SqliteCommand
    {
        public override SqliteDataReader ExecuteReader(System.Data.CommandBehavior behavior)
        {
            ((SteppingConnection)Connection!).Pass(CommandText);
            return base.ExecuteReader(behavior);
        }
    }

    private sealed class SteppingFactory : DbProviderFactory
    {
        public static readonly SteppingFactory Instance = new();

        public override DbConnection CreateConnection() => new SteppingConnection();

        public override DbCommand CreateCommand() => new SqliteCommand();

        public override DbParameter CreateParameter() => new SqliteParameter();

        public override DbConnectionStringBuilder CreateConnectionStringBuilder() => new SqliteConnectionStringBuilder();
    }
}
