using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What triggers have beside their text: whether they are on, and a comment.</summary>
internal static class TriggerFacts
{
    /// <summary>A query of the statements that give it back, in their order.</summary>
    /// <param name="triggers">The triggers, and the names that their tables have when it is given back.</param>
    public static string Query(IReadOnlyCollection<(Trigger Trigger, ObjectName Table)> triggers) => $"""
        SELECT jsonb_agg(statement ORDER BY place, stage) FROM (
            SELECT g.place, s.stage, s.statement
            FROM unnest(ARRAY[{Names(triggers.Select(t => SqlText.Quote(t.Trigger.Table)))}], ARRAY[{Names(triggers.Select(t => SqlText.Quote(t.Table)))}], ARRAY[{Names(triggers.Select(t => t.Trigger.Name.Name))}]) WITH ORDINALITY g (before, relation, name, place)
            JOIN pg_catalog.pg_trigger t ON t.tgrelid = to_regclass(g.before) AND t.tgname = g.name
            CROSS JOIN LATERAL (VALUES
                (1, CASE t.tgenabled WHEN 'D' THEN format('ALTER TABLE %s DISABLE TRIGGER %I', g.relation, t.tgname)
                    WHEN 'R' THEN format('ALTER TABLE %s ENABLE REPLICA TRIGGER %I', g.relation, t.tgname)
                    WHEN 'A' THEN format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', g.relation, t.tgname) END),
                (2, format('COMMENT ON TRIGGER %I ON %s IS %L', t.tgname, g.relation, pg_catalog.obj_description(t.oid, 'pg_trigger')))
            ) s (stage, statement)
            WHERE s.stage = 1 AND s.statement IS NOT NULL OR s.stage = 2 AND pg_catalog.obj_description(t.oid, 'pg_trigger') IS NOT NULL
        ) s
        """;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(PostgresText.Literal));
}
