using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>Adds to tables what SQLite knows and EF does not.</summary>
internal sealed class SqliteFacetGenerator(Draw draw)
{
    private static readonly string[] Conflicts = ["REPLACE", "IGNORE", "FAIL", "ROLLBACK", "ABORT"];
    private static readonly ReferentialAction[] Actions = [ReferentialAction.Cascade, ReferentialAction.Restrict, ReferentialAction.SetNull, ReferentialAction.SetDefault];

    /// <summary>The table without comments, which other tools do not write, and with facets.</summary>
    public Table Add(Table table)
    {
        var isAutoincrement = table.Columns.Any(c => c.Annotations["Sqlite:Autoincrement"] is true);
        return table with
        {
            Comment = null,
            Columns = table.Columns.Select(Add).ToEquatableList(),
            PrimaryKey = table.PrimaryKey is null ? null : Named(AddColumns(Add(table.PrimaryKey), isAutoincrement)),
            UniqueConstraints = table.UniqueConstraints.Select(k => Named(AddColumns(Add(k), false))).ToEquatableList(),
            ForeignKeys = table.ForeignKeys.Select(Add).ToEquatableList(),
            Checks = table.Checks.Select(c => c with { Name = draw.Chance(50) ? c.Name : "" }).ToEquatableList(),
            Annotations = Flag(
                Flag(table.Annotations, OperationAnnotations.Strict, draw.Chance(20)),
                OperationAnnotations.WithoutRowId,
                table.PrimaryKey is not null && !isAutoincrement && draw.Chance(20)),
        };
    }

    private Column Add(Column column) => column with
    {
        Comment = null,
        Annotations = column.IsNullable || !draw.Chance(15) ? column.Annotations : column.Annotations.With(OperationAnnotations.NotNullConflict, draw.Pick(Conflicts)),
    };

    private Key Add(Key key) => key with { Annotations = draw.Chance(20) ? key.Annotations.With(OperationAnnotations.Conflict, draw.Pick(Conflicts)) : key.Annotations };

    private Key AddColumns(Key key, bool isAutoincrement)
        => isAutoincrement || !draw.Chance(20)
            ? key
            : key with { Annotations = key.Annotations.With(OperationAnnotations.KeyColumns, string.Join(", ", key.Columns.Select(c => SqlText.Quote(c) + " COLLATE NOCASE DESC"))) };

    private ForeignKey Add(ForeignKey key)
    {
        if (draw.Chance(30))
            key = key with { Annotations = key.Annotations.With(OperationAnnotations.Deferrable, draw.Pick(["DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE", "DEFERRABLE INITIALLY IMMEDIATE"])) };
        if (draw.Chance(20))
            key = key with { Annotations = key.Annotations.With(OperationAnnotations.Match, "FULL") };
        return key with { Name = draw.Chance(50) ? key.Name : "", OnUpdate = draw.Chance(40) ? draw.Pick(Actions) : key.OnUpdate };
    }

    private Key Named(Key key) => key with { Name = draw.Chance(50) ? key.Name : "" };

    private static AnnotationSet Flag(AnnotationSet annotations, string name, bool value) => value ? annotations.With(name, true) : annotations;
}
