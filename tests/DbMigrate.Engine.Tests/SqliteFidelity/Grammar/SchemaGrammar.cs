using System.Collections.Generic;
using CsCheck;
using DbMigrate.Engine.Tests.Generators;
using Microsoft.Data.Sqlite;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Grammar;

/// <summary>Statements that SQLite took, and the features of its grammar that are in them.</summary>
/// <param name="Statements">The statements in order.</param>
/// <param name="Features">The features.</param>
internal sealed record RandomSchema(IReadOnlyList<string> Statements, IReadOnlySet<string> Features);

/// <summary>Draws statements of SQLite's grammar; what SQLite itself refuses does not count.</summary>
internal sealed class SchemaGrammar : Gen<RandomSchema>
{
    private static readonly string[] TableNames = ["T", "odd table", "a.b", "größen", "order", "quo\"ted", "x"];

    public override RandomSchema Generate(PCG pcg, Size? min, out Size size)
    {
        var draw = new Draw(pcg);
        using var judge = new SqliteConnection("Data Source=:memory:");
        judge.Open();
        var (statements, features) = (new List<string>(), new HashSet<string>());
        var (tables, views) = (new List<RandomTable>(), new List<string>());
        foreach (var name in draw.Some(TableNames, 3))
        {
            var seen = new HashSet<string>();
            var (sql, table) = new TableGrammar(draw, seen).Write(name, tables);
            if (TryAdd(sql, seen))
                tables.Add(table);
        }

        if (tables.Count > 0)
            Objects();
        size = new Size(draw.Size);
        return new(statements, features);

        void Objects()
        {
            for (var i = draw.Below(4); i > 0; i--)
                Try(g => g.Index("i" + i, draw.Pick(tables)));
            for (var i = draw.Below(3); i > 0; i--)
            {
                if (Try(g => g.View("v" + i, [.. tables.ConvertAll(t => t.Name), .. views])))
                    views.Add("v" + i);
            }

            for (var i = draw.Below(3); i > 0; i--)
                Try(g => g.Trigger("t " + i, draw.Pick(tables), views, tables));
        }

        bool Try(System.Func<ObjectGrammar, string> write)
        {
            var seen = new HashSet<string>();
            return TryAdd(write(new(draw, seen)), seen);
        }

        bool TryAdd(string sql, HashSet<string> seen)
        {
            try
            {
                using var command = judge.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                return false;
            }

            statements.Add(sql);
            features.UnionWith(seen);
            return true;
        }
    }
}
