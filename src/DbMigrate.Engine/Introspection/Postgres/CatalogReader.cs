using System;
using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Postgres;

/// <summary>Runs queries on PostgreSQL's catalogs.</summary>
internal sealed class CatalogReader
{
    private readonly DbConnection _connection;

    /// <summary>Finds out which schema the names without one are in.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="scope">What to read.</param>
    public CatalogReader(DbConnection connection, CatalogScope scope)
    {
        _connection = connection;
        Scope = scope;
        DefaultSchema = scope.DefaultSchema ?? (string)Scalar("SELECT coalesce(pg_catalog.current_schema()::text, 'public')");
    }

    /// <summary>What is read.</summary>
    public CatalogScope Scope { get; }

    /// <summary>The schema whose objects are named without it.</summary>
    public string DefaultSchema { get; }

    /// <summary>A condition that an object belongs to no extension.</summary>
    /// <param name="catalog">Its catalog, for example <c>pg_class</c>.</param>
    /// <param name="oid">Its identity in the query.</param>
    public static string NotOfExtension(string catalog, string oid)
        => $"NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = 'pg_catalog.{catalog}'::regclass AND e.objid = {oid} AND e.deptype = 'e')";

    /// <summary>A name without its schema where that is the default one.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name.</param>
    public ObjectName Name(string schema, string name) => new(schema == DefaultSchema ? null : schema, name);

    /// <summary>The rows of a query.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">The query.</param>
    /// <param name="read">Makes one of a row.</param>
    public List<T> Query<T>(string sql, Func<CatalogRow, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var row = new CatalogRow(reader);
        var items = new List<T>();
        while (reader.Read())
            items.Add(read(row));
        return items;
    }

    private object Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}

/// <summary>The row at hand. Columns are taken in their order by name, null for NULL.</summary>
/// <param name="reader">The reader.</param>
internal sealed class CatalogRow(DbDataReader reader)
{
    /// <summary>A text that is never NULL.</summary>
    /// <param name="column">The column.</param>
    public string Text(string column) => (string)reader[column];

    /// <summary>A text.</summary>
    /// <param name="column">The column.</param>
    public string? TextOrNull(string column) => reader[column] as string;

    /// <summary>A truth that is never NULL.</summary>
    /// <param name="column">The column.</param>
    public bool Flag(string column) => (bool)reader[column];

    /// <summary>The identity of a catalog row.</summary>
    /// <param name="column">The column, a bigint.</param>
    public long Id(string column) => (long)reader[column];

    /// <summary>A bigint.</summary>
    /// <param name="column">The column.</param>
    public long? NumberOrNull(string column) => reader[column] as long?;

    /// <summary>Texts; none for NULL.</summary>
    /// <param name="column">The column, an array of text without NULL.</param>
    public string[] Texts(string column) => reader[column] as string[] ?? [];

    /// <summary>Numbers; none for NULL.</summary>
    /// <param name="column">The column, an array of integer without NULL.</param>
    public int[] Numbers(string column) => reader[column] as int[] ?? [];
}
