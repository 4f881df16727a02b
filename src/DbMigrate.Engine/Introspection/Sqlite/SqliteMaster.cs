using System.Collections.Generic;
using System.Data.Common;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>A row of <c>sqlite_master</c>.</summary>
/// <param name="Type"><c>table</c>, <c>index</c>, <c>view</c> or <c>trigger</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table that it belongs to; its own name for tables and views.</param>
/// <param name="Sql">The statement that made it.</param>
internal sealed record SqliteObject(string Type, string Name, string Table, string Sql);

/// <summary>Asks the database; two queries, however large it is.</summary>
internal static class SqliteMaster
{
    private const string Objects = """
        SELECT m.type, m.name, m.tbl_name, m.sql
        FROM sqlite_master AS m
        WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\'
            AND (m.type <> 'table' OR m.name IN (SELECT l.name FROM pragma_table_list AS l WHERE l.schema = 'main' AND l.type = 'table'))
        ORDER BY m.rowid
        """;

    private const string ImplicitlyRequired = """
        SELECT l.name, x.name
        FROM pragma_table_list AS l JOIN pragma_table_xinfo(l.name) AS x
        WHERE l.schema = 'main' AND l.type = 'table' AND (l.wr OR l.strict) AND x.pk AND x."notnull"
        """;

    /// <summary>All objects that somebody created, in their order.</summary>
    /// <param name="connection">An open connection.</param>
    public static List<SqliteObject> Read(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Objects;
        using var reader = command.ExecuteReader();
        var objects = new List<SqliteObject>();
        while (reader.Read())
            objects.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return objects;
    }

    /// <summary>Table and name of the key columns that refuse NULL without saying so: those of tables that are <c>STRICT</c> or <c>WITHOUT ROWID</c>.</summary>
    /// <param name="connection">An open connection.</param>
    public static IReadOnlySet<(string Table, string Column)> ReadImplicitlyRequired(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ImplicitlyRequired;
        using var reader = command.ExecuteReader();
        var columns = new HashSet<(string Table, string Column)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
