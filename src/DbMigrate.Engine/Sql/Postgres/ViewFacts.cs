using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What views have beside their text: options, columns, rules, comments, indexes, owner and privileges.</summary>
internal static class ViewFacts
{
    /// <summary>A query of the statements that give it back, in their order. The owner comes late, so that nothing is made in another's name.</summary>
    /// <param name="views">The views in the order in which they are made.</param>
    public static string Query(IEnumerable<ObjectName> views) => $"""
        WITH r AS (
            SELECT c.*, g.place, format('%I.%I', n.nspname, c.relname) AS name, CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END AS kind
            FROM unnest(ARRAY[{string.Join(", ", views.Select(v => PostgresText.Literal(SqlText.Quote(v))))}]) WITH ORDINALITY g (relation, place)
            JOIN pg_catalog.pg_class c ON c.oid = to_regclass(g.relation)
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        ), a AS (
            SELECT r.place, r.kind, r.name, r.relowner, a.* FROM r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
        ), i AS (
            SELECT r.place, r.name AS relation, format('%I.%I', n.nspname, c.relname) AS name, c.relname, c.reltablespace, x.* FROM r JOIN pg_catalog.pg_index x ON x.indrelid = r.oid
            JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        ), x AS (
            SELECT r.place, r.name AS relation, format('%I.%I', n.nspname, x.stxname) AS name, x.* FROM r JOIN pg_catalog.pg_statistic_ext x ON x.stxrelid = r.oid JOIN pg_catalog.pg_namespace n ON n.oid = x.stxnamespace
        )
        SELECT jsonb_agg(statement ORDER BY place, stage, part, statement) FROM (
            SELECT place, 1 AS stage, 0 AS part, format('ALTER %s %s SET (%s)', kind, name, (SELECT string_agg(format('%I = %L', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)), ', ') FROM unnest(reloptions) o)) AS statement FROM r WHERE reloptions IS NOT NULL
            UNION ALL SELECT place, 1, 1, format('ALTER %s %s SET ACCESS METHOD %I', kind, name, m.amname) FROM r JOIN pg_catalog.pg_am m ON m.oid = r.relam WHERE m.amname <> current_setting('default_table_access_method')
            UNION ALL SELECT place, 1, 2, format('ALTER %s %s SET TABLESPACE %I', kind, name, t.spcname) FROM r JOIN pg_catalog.pg_tablespace t ON t.oid = r.reltablespace
            UNION ALL SELECT place, 2, attnum, format('ALTER %s %s ALTER %I SET DEFAULT %s', kind, name, attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid)) FROM a JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            UNION ALL SELECT place, 2, attnum, format('ALTER %s %s ALTER %I SET STATISTICS %s', kind, name, attname, attstattarget) FROM a WHERE attstattarget >= 0 AND kind <> 'VIEW'
            UNION ALL SELECT place, 2, attnum, format('ALTER %s %s ALTER %I SET (%s)', kind, name, attname, array_to_string(attoptions, ', ')) FROM a WHERE attoptions IS NOT NULL
            UNION ALL SELECT place, 3, 0, pg_catalog.pg_get_ruledef(w.oid) FROM r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename <> '_RETURN'
            UNION ALL SELECT place, 3, 1, format('COMMENT ON RULE %I ON %s IS %L', w.rulename, name, pg_catalog.obj_description(w.oid, 'pg_rewrite')) FROM r JOIN pg_catalog.pg_rewrite w ON w.ev_class = r.oid WHERE pg_catalog.obj_description(w.oid, 'pg_rewrite') IS NOT NULL
            UNION ALL SELECT place, 4, 0, format('COMMENT ON %s %s IS %L', kind, name, pg_catalog.obj_description(oid, 'pg_class')) FROM r WHERE pg_catalog.obj_description(oid, 'pg_class') IS NOT NULL
            UNION ALL SELECT place, 4, attnum, format('COMMENT ON COLUMN %s.%I IS %L', name, attname, pg_catalog.col_description(attrelid, attnum)) FROM a WHERE pg_catalog.col_description(attrelid, attnum) IS NOT NULL
            UNION ALL SELECT place, 5, 0, pg_catalog.pg_get_indexdef(indexrelid) FROM i
            UNION ALL SELECT place, 5, 1, format('ALTER INDEX %s SET TABLESPACE %I', name, t.spcname) FROM i JOIN pg_catalog.pg_tablespace t ON t.oid = i.reltablespace
            UNION ALL SELECT place, 5, 2, format('ALTER MATERIALIZED VIEW %s CLUSTER ON %I', relation, relname) FROM i WHERE indisclustered
            UNION ALL SELECT place, 5, 3, format('COMMENT ON INDEX %s IS %L', name, pg_catalog.obj_description(indexrelid, 'pg_class')) FROM i WHERE pg_catalog.obj_description(indexrelid, 'pg_class') IS NOT NULL
            UNION ALL SELECT place, 6, 0, pg_catalog.pg_get_statisticsobjdef(oid) FROM x
            UNION ALL SELECT place, 6, 1, format('COMMENT ON STATISTICS %s IS %L', name, pg_catalog.obj_description(oid, 'pg_statistic_ext')) FROM x WHERE pg_catalog.obj_description(oid, 'pg_statistic_ext') IS NOT NULL
            UNION ALL SELECT place, 6, 2, format('ALTER STATISTICS %s OWNER TO %s', name, stxowner::regrole) FROM x WHERE stxowner <> current_user::regrole
            UNION ALL SELECT place, 7, 0, format('ALTER %s %s OWNER TO %s', kind, name, relowner::regrole) FROM r WHERE relowner <> current_user::regrole
            {PrivilegeFacts.Statements}
        ) s
        """;
}
