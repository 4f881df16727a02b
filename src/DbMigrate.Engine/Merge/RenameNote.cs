using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Merge;

/// <summary>A rename among operations, by labels.</summary>
internal sealed record RenameNote(string From, string To, string ToName)
{
    public static IEnumerable<RenameNote> Of(IEnumerable<MigrationOperation> operations) => operations.Select(Read).OfType<RenameNote>();

    private static RenameNote? Read(MigrationOperation operation) => operation switch
    {
        RenameTableOperation o => Note("table", new(o.Schema, o.Name), new(o.NewSchema, o.NewName ?? o.Name)),
        RenameSequenceOperation o => Note("sequence", new(o.Schema, o.Name), new(o.NewSchema, o.NewName ?? o.Name)),
        RenameColumnOperation o => Inner("column", new(o.Schema, o.Table), o.Name, o.NewName),
        RenameIndexOperation { Table: { } table } o => Inner("index", new(o.Schema, table), o.Name, o.NewName),
        _ => null,
    };

    private static RenameNote Note(string kind, ObjectName from, ObjectName to) => new($"{kind} {from}", $"{kind} {to}", to.ToString());

    private static RenameNote Inner(string kind, ObjectName table, string from, string to) => new($"{kind} {table}.{from}", $"{kind} {table}.{to}", to);
}
