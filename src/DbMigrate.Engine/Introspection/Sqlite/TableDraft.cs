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

    private List<ClauseSpan> Clauses { get; set; } = [];

    public Key? PrimaryKey { get; set; }

    public string? Comment { get; set; }

    public AnnotationSet Annotations { get; set; } = AnnotationSet.Empty;

    /// <summary>The column that this name means, in any case, as it is declared.</summary>
    /// <param name="name">A name.</param>
    public string ColumnName(string name)
        => Columns.Find(c => c.Name.Equals(name, System.StringComparison.OrdinalIgnoreCase))?.Name ?? name;

    /// <summary>Notes where a clause stands; a constraint must have been added before.</summary>
    /// <param name="kind">The clause.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">The position after it.</param>
    public void Note(ClauseKind kind, int start, int end) => Clauses.Add(new(kind, kind switch
    {
        ClauseKind.Unique => UniqueConstraints.Count - 1,
        ClauseKind.Check => Checks.Count - 1,
        ClauseKind.ForeignKey => ForeignKeys.Count - 1,
        _ => 0,
    }, start, end));

    /// <summary>The clauses noted since the last call.</summary>
    public IReadOnlyList<ClauseSpan> TakeClauses()
    {
        var clauses = Clauses;
        Clauses = [];
        return clauses;
    }

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
