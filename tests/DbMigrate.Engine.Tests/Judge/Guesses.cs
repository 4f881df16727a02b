using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What EF takes for renames, as the decisions that our differ needs.</summary>
internal static class Guesses
{
    public static IReadOnlyList<RenameDecision> Of(IReadOnlyList<MigrationOperation> operations, bool hasSchemas)
    {
        var tables = operations.OfType<RenameTableOperation>().Where(t => hasSchemas || t.Name != t.NewName).ToList();
        string? Schema(string? schema) => hasSchemas ? schema : null;
        return
        [
            .. tables.Select(t => new RenameDecision(DottedName.Format(Schema(t.Schema), t.Name), DottedName.Format(Schema(t.NewSchema), t.NewName!))),
            .. operations.OfType<RenameSequenceOperation>().Select(s => new RenameDecision(DottedName.Format(s.Schema, s.Name), DottedName.Format(s.NewSchema, s.NewName!))),
            .. operations.OfType<RenameColumnOperation>().Select(c =>
            {
                var old = tables.Find(t => t.NewName == c.Table && t.NewSchema == c.Schema);
                return new RenameDecision(new ColumnName(new(Schema(old is null ? c.Schema : old.Schema), old?.Name ?? c.Table), c.Name).ToString(), DottedName.Format(c.NewName));
            }),
        ];
    }
}
