using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>What copies are found from.</summary>
/// <param name="Match">The tables that stay, go and come.</param>
/// <param name="Renames">What was decided: nothing is copied out of what somebody said is dropped.</param>
/// <param name="Decisions">The fills.</param>
/// <param name="Traits">What the database can do.</param>
internal sealed record CopyContext(SchemaMatch Match, RenamePlan Renames, DiffDecisions Decisions, ProviderTraits Traits)
{
    private readonly ColumnTypes _types = new(Traits);

    /// <summary>The columns of new tables that rows need a value in and nobody gave one.</summary>
    public List<OpenFill> Missing { get; } = [];

    /// <summary>A table as it is called while rows are copied.</summary>
    public ObjectName Name(Table old) => Match.ByOld(old.Name)?.New.Name ?? old.Name;

    /// <summary>A column as it is called while rows are copied.</summary>
    public string Name(Table old, string column) => Match.ByOld(old.Name)?.Columns.GetValueOrDefault(column) ?? column;

    /// <summary>An old table as a source of rows.</summary>
    public RowSource Source(Table old, IEnumerable<string> key) => new(Name(old), key.Select(c => Name(old, c)).ToEquatableList());

    /// <summary>Whether somebody said that a table is dropped.</summary>
    public bool IsGivenUp(Table old) => Renames.Tables.TryGetValue(old.Name, out var target) && target is null;

    /// <summary>Whether somebody said that a column is dropped.</summary>
    public bool IsGivenUp(Table old, Column column) => Renames.Columns.TryGetValue(new(old.Name, column.Name), out var target) && target is null;

    /// <summary>The value of a required column that has none in the old rows; null where it can do without.</summary>
    public string? Fill(Table table, Column column, bool isFromColumn, CopyPlan plan)
    {
        var name = new ColumnName(table.Name, column.Name);
        if (Decisions.Fills.FirstOrDefault(f => NameLookup.Columns(Match.To, DottedName.Parse(f.Column), Traits.DefaultSchema) is [var found] && found == name) is { } decision)
            return Use(decision, column, plan);
        if (isFromColumn || column.IsNullable || column.DefaultSql is not null)
            return null;
        if (Decisions.IsReverse)
            return Traits.Literal(_types.EmptyValue(column, Match.To), column.StoreType);
        Missing.Add(_types.Open(name.ToString(), column));
        return null;
    }

    /// <summary>The values of the columns of a new table that nothing is copied to, for those that need one.</summary>
    public IReadOnlyList<CopiedValue> Fills(Table table, IEnumerable<Column> columns, CopyPlan plan)
        =>
        [
            .. from column in columns
               let fill = Fill(table, column, isFromColumn: false, plan)
               where fill is not null
               select new CopiedValue(column.Name, null, fill),
        ];

    /// <summary>
    /// The value of a property in JSON that has none in the old rows, as <see cref="JsonSql"/> writes it; null where it
    /// can do without: EF Core reads one that is not there as null.
    /// </summary>
    public string? Fill(Table table, Column column, JsonPart part, JsonSql json, CopyPlan plan)
    {
        if (part.Like is not { } like)
            return null;
        var name = JsonPartName.Of(table.Name, column, part);
        if (Decisions.Fills.FirstOrDefault(f => NameLookup.JsonParts(Match.To, DottedName.Parse(f.Column), Traits.DefaultSchema) is [var found] && found == name) is { } decision)
            return json.Write(part, like, Use(decision, like, plan));
        if (!like.IsNullable)
            Missing.Add(_types.Open(name.ToString(), like));
        return null;
    }

    private string Use(FillDecision decision, Column column, CopyPlan plan)
    {
        plan.UsedFills.Add(decision);
        var fill = FillResolver.Read(decision, column, _types);
        return fill.Sql ?? Traits.Literal(fill.Value!, column.StoreType);
    }

    /// <summary>A fill that a copy takes the place of at once: a value that is right for most rows, or the type's own.</summary>
    public FillDecision Passing(Table table, Column column, string? literal)
    {
        var name = new ColumnName(table.Name, column.Name).ToString();
        var value = literal is null ? _types.EmptyValue(column, Match.To) : Value(literal, column);
        return value is null ? new(name, null, literal) : new(name, value, null);
    }

    /// <summary>The value of a literal; null where it is no plain one.</summary>
    public object? Value(string literal, Column column)
        => FillValue.Parse(SqlText.Unquote(literal), _types.Clr(column)) is { } value && Traits.Literal(value, column.StoreType) == literal ? value : null;
}
