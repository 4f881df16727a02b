using System.Linq;
using CsCheck;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Model;
using Xunit;
using TableText = DbMigrate.Engine.Sql.Sqlite.TableText;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>However a statement is laid out, quoted and commented: SQLite takes it, and it is read as what it says.</summary>
public sealed class OddTextTests
{
    [Fact]
    public void Tables_with_all_that_SQLite_knows_are_read_from_any_layout()
        => new OddSchemaGen().Sample(
            odd =>
            {
                using var database = new SqliteDatabase(odd.Statements);
                var state = database.Read();
                Assert.True(SchemaComparer.Compare(odd.Schema, state, seeds: false) is [], string.Join("\n", SchemaComparer.Compare(odd.Schema, state, seeds: false)));
                SqliteJudge.Agrees(database, state);
            },
            iter: 500,
            threads: 1,
            print: odd => string.Join(";\n", odd.Statements));

    private sealed record OddSchema(SchemaState Schema, string[] Statements);

    private sealed class OddSchemaGen : Gen<OddSchema>
    {
        public override OddSchema Generate(PCG pcg, Size? min, out Size size)
        {
            var draw = new Draw(pcg);
            var (facets, disguise) = (new SqliteFacetGenerator(draw), new TextDisguise(draw));
            var schema = new SchemaGen(ModelContext.Traits()).Generate(draw);
            schema = schema with { Tables = schema.Tables.SetItems(schema.Tables.Select(t => new System.Collections.Generic.KeyValuePair<ObjectName, Table>(t.Key, facets.Add(t.Value)))) };
            var tables = schema.Tables.Values.Select(t => disguise.Change(TableText.Create(t, t.Name.Name)));
            var indexes = schema.Tables.Values.SelectMany(t => t.Indexes.Select(i => disguise.Change(TableText.Create(t.Name.Name, i))));
            size = new Size(draw.Size);
            return new(schema, [.. tables, .. indexes]);
        }
    }
}
