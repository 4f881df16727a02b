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
/// <param name="draft">The script that gets them.</param>
/// <param name="setting">The beginning of the settings' names: what is kept for one end must not be given back at another.</param>
internal sealed class KeptFacts(ScriptDraft draft, string setting)
{
    private readonly string _beside = setting + "beside";
    private readonly string _filled = setting + "filled";

    /// <summary>Keeps what is about to be dropped.</summary>
    /// <param name="views">The views, materialized ones too.</param>
    /// <param name="triggers">The triggers, and the tables that they will be on when it is given back.</param>
    /// <param name="materialized">Those of the views that can have rows.</param>
    /// <param name="purpose">What they are dropped for.</param>
    public void Keep(IReadOnlyCollection<ObjectName> views, IReadOnlyCollection<(Trigger Trigger, ObjectName Table)> triggers, IReadOnlyCollection<ObjectName> materialized, string purpose)
    {
        if (triggers.Count > 0)
            draft.Write(Do("whether triggers are on, and their comments", Add(_beside, TriggerFacts.Query(triggers))), $"{purpose}: keep what triggers have beside their text");
        if (views.Count > 0)
            draft.Write(Do("what views have beside their text: options, columns, rules, comments, indexes, owner, privileges", Add(_beside, ViewFacts.Query(views))), $"{purpose}: keep what views have beside their text");
        if (materialized.Count > 0)
            draft.Write(Do("which materialized views have rows", Add(_filled, Filled(materialized))), $"{purpose}: keep which materialized views have rows");
    }

    /// <summary>Gives all of it back to what was made again.</summary>
    /// <param name="made">The views and triggers.</param>
    /// <param name="materialized">Those of them that get their rows.</param>
    public void GiveBack(IReadOnlyCollection<ObjectName> made, IReadOnlyCollection<ObjectName> materialized)
    {
        draft.Write(Given, $"{string.Join(", ", made)} again: what was there beside the text");
        foreach (var view in materialized)
            draft.Write(Fill(view), $"materialized view {view} again: its rows, which takes as long as its query");
    }

    private string Given => $"""
        DO $dbmigrate$
        DECLARE
            statement text;
        BEGIN
            IF coalesce(current_setting('{_beside}', true), '') = '' THEN
                RAISE EXCEPTION USING MESSAGE = 'What was kept of them was in a session that has ended.',
                    HINT = 'Go on without it with "Options=-c {_beside}=[]" in the connection string, and give them owner, privileges, indexes and rows by hand.';
            END IF;
            FOR statement IN SELECT e FROM jsonb_array_elements_text(current_setting('{_beside}')::jsonb) WITH ORDINALITY s (e, n) ORDER BY n LOOP
                EXECUTE statement;
            END LOOP;
            PERFORM set_config('{_beside}', '', false);
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE insufficient_privilege USING MESSAGE = format('%s: %s', SQLERRM, statement),
                HINT = 'Run it as a superuser, or as a member of the roles that own the views and have granted privileges on them; owners need CREATE on the schema.';
        WHEN undefined_table OR undefined_column OR undefined_function THEN
            RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = format('%s: %s', SQLERRM, statement),
                HINT = 'The revision has changed what this names. In the script, drop it in front of the view, and make it behind the view with the names of then.';
        END $dbmigrate$
        """.ReplaceLineEndings("\n");

    // Fills a materialized view where it had rows.
    private string Fill(ObjectName view) => $"""
        DO $dbmigrate$ BEGIN
            IF nullif(current_setting('{_filled}', true), '')::jsonb ? {Literal(view)} THEN
                REFRESH MATERIALIZED VIEW {SqlText.Quote(view)};
            END IF;
            PERFORM set_config('{_filled}', (nullif(current_setting('{_filled}', true), '')::jsonb - {Literal(view)})::text, false);
        END $dbmigrate$
        """.ReplaceLineEndings("\n");

    private static string Filled(IEnumerable<ObjectName> views)
        => $"SELECT jsonb_agg(name) FROM unnest(ARRAY[{string.Join(", ", views.Select(Literal))}]) name WHERE (SELECT relispopulated FROM pg_catalog.pg_class WHERE oid = to_regclass(name))";

    private static string Literal(ObjectName name) => PostgresText.Literal(SqlText.Quote(name));

    private static string Add(string name, string query)
        => $"PERFORM set_config('{name}', (coalesce(nullif(current_setting('{name}', true), ''), '[]')::jsonb || coalesce(({query}), '[]'))::text, false);";

    private static string Do(string what, string statement) => $"DO $dbmigrate$ BEGIN\n-- Keeps for below {what}.\n{statement}\nEND $dbmigrate$".ReplaceLineEndings("\n");
}
