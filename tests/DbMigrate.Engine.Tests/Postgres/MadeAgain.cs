using System;
using System.Collections.Generic;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A database with views of every kind over one table, changes to it, and what the catalogs say of the views.</summary>
internal static class MadeAgain
{
    /// <summary>Makes the roles; they are the whole server's, and tests run at the same time.</summary>
    public const string Roles = """
        SELECT pg_advisory_lock(1);
        DO $$
        DECLARE
            role text;
        BEGIN
            FOREACH role IN ARRAY ARRAY['boss', 'clerk', 'guest', 'builder', 'Odd "Role'] LOOP
                IF to_regrole(quote_ident(role)) IS NULL THEN
                    EXECUTE format('CREATE ROLE %I LOGIN', role);
                END IF;
            END LOOP;
        END $$;
        SELECT pg_advisory_unlock(1);
        """;

    private const string Schema = """
        CREATE TYPE mood AS ENUM ('good', 'bad', 'none');
        CREATE TABLE t ("Id" integer PRIMARY KEY, "Total" integer, "Mood" mood);
        INSERT INTO t VALUES (1, 10, 'good'), (2, 20, 'bad');
        CREATE VIEW v AS SELECT "Id", "Total", "Mood" FROM t WHERE "Id" > 0;
        CREATE VIEW over AS SELECT "Id", "Total", "Mood" FROM v;
        CREATE MATERIALIZED VIEW m AS SELECT "Id", "Total", "Mood" FROM over;
        CREATE VIEW top AS SELECT "Id", "Total", "Mood" FROM m;
        CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER watch AFTER UPDATE OF "Total", "Mood" ON t FOR EACH ROW EXECUTE FUNCTION nothing();
        GRANT ALL ON SCHEMA public TO boss, clerk;
        GRANT SELECT ON t TO boss, clerk
        """;

    private const string Catalogs = """
        WITH r AS (SELECT c.* FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace),
        names AS (SELECT oid, rolname FROM pg_roles UNION ALL SELECT 0, 'everybody')
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT concat_ws(' ', relname, relkind, relowner::regrole, reloptions, reltablespace, (SELECT amname FROM pg_am WHERE pg_am.oid = relam), relispopulated, obj_description(oid, 'pg_class')) AS line FROM r
            UNION ALL
            SELECT concat_ws(' ', relname, 'privilege', g.rolname, privilege_type, is_grantable, o.rolname) FROM r, aclexplode(coalesce(relacl, acldefault('r', relowner))) x JOIN names g ON g.oid = x.grantee JOIN names o ON o.oid = x.grantor
            UNION ALL
            SELECT concat_ws(' ', relname, attname, attstattarget, col_description(attrelid, attnum), pg_get_expr(adbin, adrelid)) FROM r JOIN pg_attribute a ON attrelid = r.oid AND attnum > 0 LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
            UNION ALL
            SELECT concat_ws(' ', relname, attname, 'privilege', g.rolname, privilege_type, is_grantable, o.rolname) FROM r JOIN pg_attribute a ON attrelid = r.oid, aclexplode(attacl) x JOIN names g ON g.oid = x.grantee JOIN names o ON o.oid = x.grantor
            UNION ALL
            SELECT concat_ws(' ', pg_get_ruledef(w.oid), obj_description(w.oid, 'pg_rewrite')) FROM pg_rewrite w JOIN r ON r.oid = ev_class WHERE rulename <> '_RETURN'
            UNION ALL
            SELECT concat_ws(' ', pg_get_triggerdef(oid), tgenabled, obj_description(oid, 'pg_trigger')) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT concat_ws(' ', pg_get_indexdef(indexrelid), indisclustered, obj_description(indexrelid, 'pg_class')) FROM pg_index JOIN r ON r.oid = indrelid
            UNION ALL
            SELECT concat_ws(' ', pg_get_statisticsobjdef(s.oid), obj_description(s.oid, 'pg_statistic_ext')) FROM pg_statistic_ext s JOIN r ON r.oid = stxrelid
        ) l
        """;

    public static PostgresDatabase Database(PostgresServer server)
    {
        var database = new PostgresDatabase(server);
        database.Execute(Roles);
        database.Execute(Schema);
        return database;
    }

    /// <summary>What the catalogs say of views and triggers beside the text of the queries.</summary>
    public static string Snapshot(Func<string, IReadOnlyList<string>> query) => query(Catalogs)[0];

    public static IReadOnlyList<MigrationOperation> Total(string from, string to)
        => [new AlterColumnOperation { Table = "t", Name = "Total", ClrType = typeof(int), ColumnType = to, IsNullable = true, OldColumn = new AddColumnOperation { ClrType = typeof(int), ColumnType = from, IsNullable = true } }];

    public static IReadOnlyList<MigrationOperation> Mood(string from, string to)
    {
        var operation = new AlterDatabaseOperation();
        operation.AddAnnotation("Npgsql:Enum:mood", to);
        operation.OldDatabase.AddAnnotation("Npgsql:Enum:mood", from);
        return [operation];
    }
}
