using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Hands out the entries of <c>-Fill</c>, and says which are missing or fit nothing.</summary>
internal sealed class FillResolver
{
    private readonly SchemaMatch _match;
    private readonly RenamePlan _renames;
    private readonly ColumnTypes _types;
    private readonly DiffDecisions _decisions;
    private readonly Dictionary<ColumnName, FillDecision> _open = [];
    private readonly List<OpenFill> _missing = [];
    private readonly List<ColumnName> _fillable = [];

    /// <summary>Resolves the entries against the schema after.</summary>
    public FillResolver(SchemaMatch match, RenamePlan renames, DiffDecisions decisions, ColumnTypes types, string? defaultSchema)
    {
        _match = match;
        _renames = renames;
        _types = types;
        _decisions = decisions;
        var expressions = new List<(ObjectName Table, string Sql)>();
        foreach (var decision in decisions.Fills)
        {
            var parts = DottedName.Parse(decision.Column);
            var found = NameLookup.Columns(match.To, parts, defaultSchema);
            if (found.Count != 1)
                throw Invalid(decision, found.Count == 0 ? "the model has no such column" + Hint(match, parts, defaultSchema) : "it may mean " + string.Join(" or ", found));
            if (!_open.TryAdd(found[0], decision))
                throw Invalid(decision, "there are two entries for it");
            if (decision.Sql is not null)
                expressions.Add((found[0].Table, decision.Sql));
        }

        Sources = new(match, expressions);
    }

    /// <summary>What goes and is read before.</summary>
    public FillSources Sources { get; }

    /// <summary>The fill of a column that rows get; null where there is none.</summary>
    /// <param name="table">The table after.</param>
    /// <param name="column">The column after.</param>
    /// <param name="needed">Whether the rows cannot do without.</param>
    public Fill? Take(Table table, Column column, bool needed)
    {
        var name = new ColumnName(table.Name, column.Name);
        _fillable.Add(name);
        if (_open.Remove(name, out var decision))
            return Read(decision, column, _types);
        if (!needed)
            return null;
        if (_decisions.IsReverse)
            return new(_types.EmptyValue(column, _match.To), null);
        if (MarkOfType(table, column) is { } mark)
            return new(mark, null);
        _missing.Add(_types.Open(name.ToString(), column) with { Gone = FillOrRename.Key(_match, _renames, table, column) });
        return null;
    }

    /// <summary>Throws where an entry was not used or a fill is missing. To be called at the end.</summary>
    public void ThrowIfIncomplete()
    {
        if (_open.Values.FirstOrDefault() is { } unused)
            throw Invalid(unused, "the column is neither added to a table that exists nor newly required" + (_fillable.Count == 0 ? "" : "; such columns are " + string.Join(", ", _fillable)));
        ThrowIfAny(_missing);
    }

    /// <summary>Throws where rows need a value and nobody gave one.</summary>
    public static void ThrowIfAny(IEnumerable<OpenFill> missing)
    {
        OpenFill[] open = [.. missing.DistinctBy(m => m.Name)];
        if (open.Length > 0)
            throw UndecidedError.Of(new() { Fills = open });
    }

    /// <summary>The fill that an entry gives a column.</summary>
    public static Fill Read(FillDecision decision, Column column, ColumnTypes types)
    {
        if (decision.Sql is not null)
            return new(null, decision.Sql);
        var type = types.Clr(column);
        var value = decision.Value is null
            ? throw Invalid(decision, "NULL fills nothing")
            : FillValue.Parse(decision.Value, type);
        if (value is null)
            throw Invalid(decision, $"'{decision.Value}' is no {(type.IsGenericType || type.IsArray ? column.StoreType : type.Name)}", "Give a value of that type, or @{ Sql = '…' } for an expression.");
        return new(types.Fitting(value, column), null);
    }

    // All rows of a table that gets a hierarchy are of the type that it was for.
    private object? MarkOfType(Table table, Column column)
        => _match.ByNew(table.Name) is { Old: { Types.Count: 0, Entity: { } entity } }
            && table.Types.FirstOrDefault(t => t.Type == entity)?.Mark is { } mark && mark.Column == column.Name && (mark.Literal[0] == '\'' || _types.Clr(column) != typeof(string))
            ? FillValue.Parse(SqlText.Unquote(mark.Literal), _types.Clr(column))
            : null;

    private static string Hint(SchemaMatch match, IReadOnlyList<string> parts, string? defaultSchema)
        => NameLookup.Columns(match.From, parts, defaultSchema) is [var old] && match.ByOld(old.Table) is { } pair && pair.Columns.GetValueOrDefault(old.Column) is { } name
            ? $"; that is its old name, and -Fill takes the new one, '{new ColumnName(pair.New.Name, name)}'"
            : NameHints.OfColumns(match.To, parts, defaultSchema, "the tables are ", "has the columns ");

    private static DbMigrateException Invalid(FillDecision decision, string reason, string? action = null)
        => ErrorCatalogue.FillInvalid.Error($"-Fill cannot use '{decision.Column}': {reason}.", decision.Column, action);
}
