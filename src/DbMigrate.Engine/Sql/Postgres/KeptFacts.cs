using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Statements that keep what views and triggers have beside their text while they are dropped and made again. The
/// server finds it out when they run and holds it in settings of the session: so it is what is there then, and a script
/// without a database does the same. Nothing needs a privilege but what is given back.
/// </summary>
internal static class KeptFacts
{
    private const string Beside = "dbmigrate.beside";
    private const string Filled = "dbmigrate.filled";

    /// <summary>Keeps what triggers have.</summary>
    public static string Keep(IReadOnlyCollection<Trigger> triggers) => Do("whether triggers are on, and their comments", Add(Beside, TriggerFacts.Query(triggers)));

    /// <summary>Keeps what views have.</summary>
    public static string Keep(IReadOnlyCollection<ObjectName> views) => Do("what views have beside their text: options, columns, rules, comments, indexes, owner, privileges", Add(Beside, ViewFacts.Query(views)));

    /// <summary>Keeps which materialized views have rows.</summary>
    public static string KeepFilled(IReadOnlyCollection<ObjectName> views) => Do("which materialized views have rows", Add(
        Filled,
        $"SELECT jsonb_agg(name) FROM unnest(ARRAY[{string.Join(", ", views.Select(Literal))}]) name WHERE (SELECT relispopulated FROM pg_catalog.pg_class WHERE oid = to_regclass(name))"));

    /// <summary>Gives all of it back.</summary>
    public static string GiveBack { get; } = $"""
        DO $dbmigrate$
        DECLARE
            statement text;
        BEGIN
            FOR statement IN SELECT e FROM jsonb_array_elements_text(current_setting('{Beside}')::jsonb) WITH ORDINALITY s (e, n) ORDER BY n LOOP
                EXECUTE statement;
            END LOOP;
            PERFORM set_config('{Beside}', '', false);
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE insufficient_privilege USING MESSAGE = format('%s: %s', SQLERRM, statement),
                HINT = 'Run it as a superuser, or as a member of the roles that own the views and have granted privileges on them; owners need CREATE on the schema.';
        END $dbmigrate$
        """.ReplaceLineEndings("\n");

    /// <summary>Fills a materialized view where it had rows.</summary>
    public static string Fill(ObjectName view) => $"""
        DO $dbmigrate$ BEGIN
            IF current_setting('{Filled}')::jsonb ? {Literal(view)} THEN
                REFRESH MATERIALIZED VIEW {SqlText.Quote(view)};
            END IF;
            PERFORM set_config('{Filled}', (current_setting('{Filled}')::jsonb - {Literal(view)})::text, false);
        END $dbmigrate$
        """.ReplaceLineEndings("\n");

    private static string Literal(ObjectName name) => PostgresText.Literal(SqlText.Quote(name));

    private static string Add(string setting, string query)
        => $"PERFORM set_config('{setting}', (coalesce(nullif(current_setting('{setting}', true), ''), '[]')::jsonb || coalesce(({query}), '[]'))::text, false);";

    private static string Do(string what, string statement) => $"DO $dbmigrate$ BEGIN\n-- Keeps for below {what}.\n{statement}\nEND $dbmigrate$".ReplaceLineEndings("\n");
}
