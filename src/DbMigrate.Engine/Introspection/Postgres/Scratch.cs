using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Temporary objects in a transaction that is rolled back. What the server refuses is not among them.</summary>
internal sealed class Scratch(DbConnection connection, ProviderTraits traits, ProviderGenerator generator)
{
    /// <summary>What the server made of tables and views.</summary>
    public SchemaState Make(SchemaState expected, IReadOnlyList<Table> tables, IReadOnlyList<ObjectName> views)
    {
        var state = SchemaState.Empty;
        try
        {
            Execute("BEGIN READ WRITE");

            // Names of one schema at a time; views first, while no temporary table is in the way of the real ones.
            foreach (var schema in tables.Select(t => t.Name.Schema).Concat(views.Select(v => v.Schema)).Distinct().ToList())
                state = Add(state, schema, expected, [.. tables.Where(t => t.Name.Schema == schema)], [.. views.Where(v => v.Schema == schema)]);
            return state;
        }
        catch (DbException)
        {
            // A server that only reads; nothing is known then.
            return state;
        }
        finally
        {
            Execute("ROLLBACK");
        }
    }

    private SchemaState Add(SchemaState state, string? schema, SchemaState expected, List<Table> tables, List<ObjectName> views)
    {
        Execute("SAVEPOINT dbmigrate");

        // A temporary view hides the real one, which whoever read that would name with its schema from then on.
        Execute(string.Concat(ViewOrder.Sort(expected.Views, views).Select(v => Attempt([ScratchText.View(expected.Views[v], v)]))));
        var found = RoutineCatalog.Read(Catalog(schema), SchemaState.Empty).Views;
        state = state with { Views = state.Views.AddRange(found.Select(v => KeyValuePair.Create(v.Key with { Schema = schema }, RoutineCatalog.CreateView(v.Key with { Schema = schema }, Definition(v.Value))))) };
        Execute("ROLLBACK TO SAVEPOINT dbmigrate");

        var text = new ScratchText(traits, generator);
        Execute(string.Concat(tables.Select(t => Attempt(text.Table(t, expected.Triggers.Values.Where(r => r.Table == t.Name))))));
        var catalog = Catalog(schema);
        var made = PostgresIntrospector.ReadTables(catalog).Values.ToDictionary(t => t.Name.Name);
        var triggers = RoutineCatalog.Read(catalog, SchemaState.Empty).Triggers.Values.Select(t => ScratchText.Permanent(t, schema));
        state = state with
        {
            Tables = state.Tables.AddRange(tables.Where(t => made.ContainsKey(t.Name.Name)).Select(t => KeyValuePair.Create(t.Name, ScratchText.Permanent(made[t.Name.Name], schema)))),
            Triggers = state.Triggers.AddRange(triggers.Select(t => KeyValuePair.Create(t.Name, t))),
        };
        Execute("ROLLBACK TO SAVEPOINT dbmigrate");
        return state;
    }

    // Objects of the session have no schema of their own here.
    private CatalogReader Catalog(string? schema)
    {
        var names = new CatalogReader(connection, CatalogScope.Everything(schema ?? traits.DefaultSchema));
        var temporary = names.Query("SELECT coalesce((SELECT nspname::text FROM pg_catalog.pg_namespace WHERE oid = pg_catalog.pg_my_temp_schema()), 'pg_temp') AS name", r => r.Text("name"))[0];
        return new CatalogReader(connection, CatalogScope.Scratch(temporary));
    }

    private static string Definition(string view) => view[(view.IndexOf(" AS ", System.StringComparison.Ordinal) + 4)..];

    private static string Attempt(IEnumerable<string> statements)
    {
        var body = new StringBuilder("DO $dbmigrate$ BEGIN\n");
        foreach (var statement in statements)
            body.Append("EXECUTE ").Append(PostgresText.Literal(statement)).Append(";\n");
        return body.Append("EXCEPTION WHEN OTHERS THEN NULL;\nEND $dbmigrate$;\n").ToString();
    }

    private void Execute(string sql)
    {
        if (sql.Length == 0)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
