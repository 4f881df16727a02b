using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>History and log on PostgreSQL.</summary>
internal sealed class PostgresHistoryStore(ObjectName table) : HistoryStore(table)
{
    // Who may use a schema may not always create one, and IF NOT EXISTS asks for the right first.
    public override string CreateHistory => (HistoryTable.Schema is not { } schema ? "" : $"""
        DO $dbmigrate$ BEGIN
            IF to_regnamespace({Literal(Quote(schema))}) IS NULL THEN
                CREATE SCHEMA {Quote(schema)};
            END IF;
        END $dbmigrate$;

        """.ReplaceLineEndings("\n")) + base.CreateHistory;

    protected override HistoryDefinition Definition { get; } = new("text", "bigint", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

    protected override string Now => "to_char(timezone('utc', clock_timestamp()), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"0+00:00\"')";

    protected override string Key => "lower(\"Revision\")";

    public override bool HasTable(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(connection, $"SELECT 1::text WHERE to_regclass({Literal(Quote(table))}) IS NOT NULL", commandTimeout).Count > 0;

    protected override IReadOnlyList<string> ColumnsOf(DbConnection connection, ObjectName table, int commandTimeout)
        => Query(
            connection,
            $"SELECT attname::text FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass({Literal(Quote(table))}) AND attnum > 0 AND NOT attisdropped",
            commandTimeout);

    public override string Quote(string name) => SqlText.Quote(name);

    public override string Literal(string text) => PostgresText.Literal(text);

    protected override string KeyLiteral(string revision) => Literal(revision.ToLowerInvariant());
}
