using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Indexes.</summary>
internal static class IndexReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateIndexOperation create:
                Create(session, create);
                return true;
            case DropIndexOperation drop:
                var gone = session.Traits.KeptName(drop.Name);
                var dropFrom = Owner(session, drop.Schema, drop.Table, gone, "Drop index");
                session.Set(dropFrom with { Indexes = dropFrom.Indexes.RemoveAll(i => i.Name == gone) });
                return true;
            case RenameIndexOperation rename:
                Rename(session, rename);
                return true;
            default:
                return false;
        }
    }

    private static void Create(ReplaySession session, CreateIndexOperation operation)
    {
        var table = session.Table(operation.Schema, operation.Table, $"Create index {operation.Name}");
        ReplaySession.RequireColumns(table, operation.Columns, $"Create index {operation.Name}");
        var index = new Index(operation.Name, operation.Columns.ToEquatableList())
        {
            IsUnique = operation.IsUnique,
            IsDescending = Descending(operation),
            Filter = string.IsNullOrWhiteSpace(operation.Filter) ? null : SqlText.Normalize(operation.Filter),
            Annotations = PlainAnnotations.Read(operation),
        };
        Add(session, table, index);
    }

    public static void Add(ReplaySession session, Table table, Index index)
    {
        index = index with { Name = session.Traits.KeptName(index.Name) };
        if (table.Indexes.Any(i => i.Name == index.Name))
            throw ReplaySession.Conflict($"Create index: table {table.Name} has {index.Name} already.", table.Name);
        session.Set(table with { Indexes = table.Indexes.Add(index) });
    }

    // EF's empty array means that every column is descending, none that every column is ascending.
    private static EquatableList<bool> Descending(CreateIndexOperation operation) => operation.IsDescending switch
    {
        null => [],
        { Length: 0 } => operation.Columns.Select(_ => true).ToEquatableList(),
        var each => each.Contains(true) ? each.ToEquatableList() : [],
    };

    private static void Rename(ReplaySession session, RenameIndexOperation operation)
    {
        var (name, newName) = (session.Traits.KeptName(operation.Name), session.Traits.KeptName(operation.NewName));
        var table = Owner(session, operation.Schema, operation.Table, name, "Rename index");
        if (name != newName && table.Indexes.Any(i => i.Name == newName))
            throw ReplaySession.Conflict($"Rename index: table {table.Name} has {newName} already.", table.Name);
        session.Set(table with
        {
            Indexes = table.Indexes.Replace(i => i.Name == name, i => i with
            {
                Name = newName,
                RawSql = i.RawSql is null ? null : IndexText.Rename(i.RawSql, newName),
                Stored = i.Stored.Change(sql => IndexText.Rename(sql, newName)),
            }),
        });
    }

    private static Table Owner(ReplaySession session, string? schema, string? tableName, string index, string purpose)
    {
        var table = tableName is not null
            ? session.Table(schema, tableName, $"{purpose} {index}")
            : session.Tables.Values.FirstOrDefault(t => t.Name.Schema == session.Name(schema, "").Schema && t.Indexes.Any(i => i.Name == index));
        return table?.Indexes.Any(i => i.Name == index) == true
            ? table
            : throw ReplaySession.Conflict($"{purpose}: {(tableName is null ? "no table" : "table " + tableName)} has {(tableName is null ? "" : "no ")}index {index}.", tableName ?? index);
    }
}
