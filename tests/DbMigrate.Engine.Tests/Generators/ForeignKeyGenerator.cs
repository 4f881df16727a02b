using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Draws foreign keys with their columns: to others, to itself, round in circles, composite, with every action.</summary>
internal sealed class ForeignKeyGenerator(Draw draw, Dialect dialect)
{
    private static readonly ReferentialAction[] Actions =
        [ReferentialAction.NoAction, ReferentialAction.Restrict, ReferentialAction.Cascade, ReferentialAction.SetNull, ReferentialAction.SetDefault];

    /// <summary>The table with a foreign key to one of the keys of another; unchanged where it has that one already.</summary>
    /// <param name="table">The dependent table.</param>
    /// <param name="principal">The other one.</param>
    /// <param name="required">Whether rows may be required to refer to something.</param>
    public Table Add(Table table, Table principal, bool required)
    {
        var keys = principal.UniqueConstraints.Concat(principal.PrimaryKey is { } primary ? [primary] : []).ToList();
        if (keys.Count == 0 || !dialect.CanRefer(table, principal))
            return table;
        var key = draw.Pick(keys);
        var nullable = !required || draw.Chance(60);
        var columns = new List<string>();
        foreach (var target in key.Columns.Select(c => principal.FindColumn(c)!))
        {
            var name = principal.Name.Name + target.Name;
            if (table.FindColumn(name) is { } existing)
            {
                if (existing.StoreType != target.StoreType || existing.Hints.ClrType != target.Hints.ClrType || existing.Collation != target.Collation || existing.ComputedSql is not null || existing.DefaultSql is not null)
                    return table;
            }
            else
            {
                table = table with { Columns = table.Columns.Add(ColumnKind.Of(target).Column(name, nullable) with { Collation = target.Collation }) };
            }

            columns.Add(name);
        }

        var foreignKey = new ForeignKey(TableGenerator.Name("FK_" + table.Name.Name, principal.Name.Name, columns), columns.ToEquatableList(), principal.Name, key.Columns)
        {
            OnDelete = Action(columns.All(c => table.FindColumn(c)!.IsNullable)),
            OnUpdate = draw.Chance(15) ? ReferentialAction.Cascade : ReferentialAction.NoAction,
        };
        foreignKey = dialect.Adorn(draw, foreignKey);
        if (table.ForeignKeys.Any(k => k.Name == foreignKey.Name || k.Columns.Equals(foreignKey.Columns)))
            return table;
        table = table with { ForeignKeys = table.ForeignKeys.Add(foreignKey) };
        return draw.Chance(70)
            ? TableGenerator.Add(table, new(TableGenerator.Name("IX", table.Name.Name, columns), foreignKey.Columns) { IsUnique = draw.Chance(20) })
            : table;
    }

    public ReferentialAction Action(bool nullable)
        => draw.Pick([.. Actions.Where(a => nullable || a is not (ReferentialAction.SetNull or ReferentialAction.SetDefault))]);
}
