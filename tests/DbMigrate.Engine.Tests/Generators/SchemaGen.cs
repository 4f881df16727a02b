using System.Linq;
using CsCheck;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Schemas that the provider's database can hold, with every feature of the diff.</summary>
internal sealed class SchemaGen(ProviderTraits traits) : Gen<SchemaState>
{
    public static readonly string[] TableNames = ["Customers", "Orders", "Order Lines", "Tags", "People", "Group"];

    public override SchemaState Generate(PCG pcg, Size? min, out Size size)
    {
        var draw = new Draw(pcg);
        var state = Generate(draw);
        size = new Size(draw.Size);
        return state;
    }

    public SchemaState Generate(Draw draw)
    {
        var parts = new SchemaGenerators(draw, traits);
        var (tables, foreignKeys, seeds) = (parts.Tables, parts.ForeignKeys, parts.Seeds);
        var state = SchemaState.Empty;
        foreach (var name in draw.Some(TableNames, 4))
        {
            var table = tables.Table(name);
            state = state with { Tables = state.Tables.Add(table.Name, table) };
        }

        foreach (var name in state.Tables.Keys.ToList())
        {
            for (var count = draw.Below(3); count > 0; count--)
            {
                var principal = draw.Pick(state.Tables.Values.ToList());
                state = state with { Tables = state.Tables.SetItem(name, foreignKeys.Add(state.Tables[name], principal, required: true)) };
            }
        }

        foreach (var table in state.Tables.Values.Where(t => t.PrimaryKey is not null && draw.Chance(40)).ToList())
        {
            var rows = Enumerable.Range(SeedGenerator.First, draw.Between(1, 3)).Select(n => seeds.Row(table, n)).ToEquatableList();
            state = state with { Tables = state.Tables.SetItem(table.Name, table with { Seeds = rows }) };
        }

        return parts.Dialect.Complete(parts.Dialect.Begin(draw, seeds.Repair(state)));
    }
}
