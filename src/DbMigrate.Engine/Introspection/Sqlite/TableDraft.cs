using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>A table while its statement is read.</summary>
internal sealed class TableDraft
{
    public List<Column> Columns { get; } = [];

    public List<Key> UniqueConstraints { get; } = [];

    public List<ForeignKey> ForeignKeys { get; } = [];

    public List<Check> Checks { get; } = [];

    public Key? PrimaryKey { get; set; }

    public string? Comment { get; set; }

    public AnnotationSet Annotations { get; set; } = AnnotationSet.Empty;

    /// <summary>The column that this name means, in any case, as it is declared.</summary>
    /// <param name="name">A name.</param>
    public string ColumnName(string name)
        => Columns.Find(c => c.Name.Equals(name, System.StringComparison.OrdinalIgnoreCase))?.Name ?? name;

    public Table ToTable(ObjectName name) => new()
    {
        Name = name,
        Columns = Columns.ToEquatableList(),
        PrimaryKey = PrimaryKey,
        UniqueConstraints = UniqueConstraints.ToEquatableList(),
        ForeignKeys = ForeignKeys.ToEquatableList(),
        Checks = Checks.ToEquatableList(),
        Comment = Comment,
        Annotations = Annotations,
    };
}
