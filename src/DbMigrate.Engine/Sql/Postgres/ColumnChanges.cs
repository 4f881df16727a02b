using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Adds and alters columns of tables that have rows.</summary>
internal sealed class ColumnChanges(ScriptDraft draft, Dependants dependants)
{
    private const string Compression = "Npgsql:Compression:";

    private readonly ColumnFills _fills = new(draft);
    private readonly OperationFactory _factory = new(new ColumnTypes(draft.Traits));

    public void Add(AddColumnOperation operation)
    {
        var add = ColumnCopy.Add(operation);
        var purpose = $"AddColumn {operation.Table}.{operation.Name}";
        TsVector.Resolve(add, Columns(operation));
        if (!IsFill(operation))
        {
            draft.Generate(add, purpose);
            return;
        }

        var alter = AlterBase(operation);
        if (add.DefaultValueSql is not { } expression)
        {
            draft.Generate(add, purpose);
            draft.Write($"{alter} DROP DEFAULT", purpose + ": filled");
            return;
        }

        // A default cannot read other columns, as a fill may.
        (add.DefaultValueSql, add.IsNullable) = (null, true);
        draft.Generate(add, purpose);
        draft.WriteRows($"UPDATE {Table(operation)} SET {SqlText.Quote(operation.Name)} = ({expression})", purpose + ": fill");
        if (!operation.IsNullable)
            draft.Write($"{alter} SET NOT NULL", purpose + ": filled");
    }

    public void Alter(AlterColumnOperation operation)
    {
        var alter = ColumnCopy.Alter(operation);
        var purpose = PurposeOf(operation);
        var old = alter.OldColumn;
        TsVector.Resolve(alter, Columns(operation));
        TsVector.Resolve(old, Columns(operation));
        var column = draft.Table(operation.Schema, operation.Table)?.FindColumn(operation.Name);
        old.ColumnType ??= column?.StoreType;
        alter.ColumnType ??= draft.Traits.StoreType(alter) ?? old.ColumnType;

        if (IsGenerated(old) && !IsGenerated(alter))
        {
            draft.Write($"{AlterBase(operation)} DROP EXPRESSION", purpose);
            (old.ComputedColumnSql, old.IsStored) = (null, null);
        }
        else if (IsGenerated(alter) && !IsSameExpression(old, alter))
        {
            Replace(alter, purpose);
            return;
        }

        var strategy = DataText.Strategy(draft.Table(operation.Schema, operation.Table), operation.Name);
        StopNumbering(alter, purpose);
        var readers = Readers(alter);
        var remade = readers.Count == 0 ? null : Remade(alter, readers.Select(r => r.Name));
        if (ChangesType(alter))
            dependants.Drop(draft.Name(alter.Schema, alter.Table), [alter.Name, .. readers.Select(r => r.Name)], purpose);
        remade?.Drop(reader => $"drop {reader}, which reads it");
        Convert(alter, purpose);
        if (IsFill(operation))
            _fills.Fill(alter, purpose);
        else
            _fills.Require(alter, purpose);
        Compress(alter, purpose);
        var start = IdentityStart.Take(alter);
        draft.Generate(alter, purpose);
        if (start is not null)
        {
            draft.Write($"{AlterBase(operation)} SET START WITH {start}", purpose + ": start");
            draft.WriteRows(DataText.Numbering(Table(operation), operation.Name, start), purpose + ": go on behind the rows");
        }

        foreach (var reader in readers)
            draft.Generate(_factory.AddColumn(draft.Name(operation.Schema, operation.Table), reader), $"{purpose}: {reader.Name} again");
        remade?.RestoreConstraints();
        if ((strategy is null || IsRenumbered(strategy, alter)) && alter.FindAnnotation(DataText.StrategyAnnotation) is not null)
            draft.WriteRows(DataText.Numbering(Table(operation), operation.Name), purpose + ": go on behind the rows");
    }

    private void Convert(AlterColumnOperation alter, string purpose)
    {
        var old = alter.OldColumn;
        if (!ChangesType(alter))
            return;
        if (alter.ComputedColumnSql is null && (old.DefaultValue ?? old.DefaultValueSql) is not null)
        {
            draft.Write($"{AlterBase(alter)} DROP DEFAULT", purpose + ": default of the old type");
            (old.DefaultValue, old.DefaultValueSql) = (null, null);
        }

        var (from, to) = (alter.ComputedColumnSql is null ? old.ColumnType : null, alter.ColumnType!);
        if (from is not null && draft.Table(alter.Schema, alter.Table) is { } table && ConversionGuard.Write(table, alter.Name, from, to, purpose) is { } guard)
            draft.Write(guard);

        // Without one, the column gets that of its type.
        var collation = alter.Collation is { } wanted ? $" COLLATE {SqlText.Quote(wanted)}" : "";
        var conversion = from is not null && Conversion.Expression(SqlText.Quote(alter.Name), from, to) is { } value ? " USING " + value : "";
        draft.Write($"{AlterBase(alter)} TYPE {to}{collation}{conversion}", purpose + ": type");
        (old.ColumnType, old.Collation) = (alter.ColumnType, alter.Collation);

        // The server forgets it with the type.
        old.RemoveAnnotation(Compression);
    }

    // The provider ends this statement only where it is the last one.
    private void Compress(AlterColumnOperation alter, string purpose)
    {
        var method = alter.FindAnnotation(Compression)?.Value as string;
        if (method == alter.OldColumn.FindAnnotation(Compression)?.Value as string)
            return;
        draft.Write($"{AlterBase(alter)} SET COMPRESSION {method ?? "default"}", purpose + ": compression");
        alter.OldColumn[Compression] = method;
        alter[Compression] = method;
    }

    // The column is made again; what hangs on it goes with it and comes again.
    private void Replace(AlterColumnOperation alter, string purpose)
    {
        dependants.Drop(draft.Name(alter.Schema, alter.Table), [alter.Name], purpose);
        var remade = Remade(alter, [alter.Name]);
        remade.Drop(_ => "drop");
        draft.Generate(ColumnCopy.Add(alter), purpose);
        remade.RestoreConstraints();
    }

    private RemadeColumns Remade(AlterColumnOperation alter, IEnumerable<string> columns)
        => new(draft, draft.Table(alter.Schema, alter.Table) ?? new Table { Name = draft.Name(alter.Schema, alter.Table) }, [.. columns], PurposeOf(alter));

    // The server does not change the type of what a generated column reads.
    private List<Column> Readers(AlterColumnOperation alter)
        => !ChangesType(alter)
            ? []
            : [.. Columns(alter).Where(c => c.Name != alter.Name && ColumnMentions.Any(c.ComputedSql, alter.Name))];

    private static bool ChangesType(AlterColumnOperation alter) => alter.OldColumn.ColumnType != alter.ColumnType || alter.OldColumn.Collation != alter.Collation;

    // What numbers rows must be an integer, also in between.
    private void StopNumbering(AlterColumnOperation alter, string purpose)
    {
        var strategy = DataText.Strategy(draft.Table(alter.Schema, alter.Table), alter.Name);
        if (strategy is null || (alter.FindAnnotation(DataText.StrategyAnnotation) is not null && !IsRenumbered(strategy, alter)))
            return;
        if (strategy == "SerialColumn")
        {
            var sequence = $"pg_get_serial_sequence({PostgresText.Literal(Table(alter))}, {PostgresText.Literal(alter.Name)})";
            draft.Write($"DO $dbmigrate$ BEGIN\n    EXECUTE 'DROP SEQUENCE ' || {sequence} || ' CASCADE';\nEND $dbmigrate$", purpose + ": drop its sequence");
        }
        else
        {
            draft.Write($"{AlterBase(alter)} DROP IDENTITY", purpose);
        }

        alter.OldColumn.RemoveAnnotation(DataText.StrategyAnnotation);
        alter.OldColumn.RemoveAnnotation(IdentityOptions.Annotation);
    }

    // The provider refuses one way, and looks for the sequence under the table's present name on the other.
    private static bool IsRenumbered(string strategy, AlterColumnOperation alter)
        => (strategy == "SerialColumn") != (alter.FindAnnotation(DataText.StrategyAnnotation)?.Value?.ToString() == "SerialColumn");

    private static bool IsGenerated(ColumnOperation operation) => operation.ComputedColumnSql is not null;

    private static bool IsSameExpression(ColumnOperation old, ColumnOperation now) => old.ComputedColumnSql == now.ComputedColumnSql && old.IsStored == now.IsStored;

    private EquatableList<Column> Columns(ColumnOperation operation) => draft.Table(operation.Schema, operation.Table)?.Columns ?? [];

    private static bool IsFill(IReadOnlyAnnotatable operation) => Replay.PlainAnnotations.IsFill(operation);

    private static string PurposeOf(AlterColumnOperation operation) => $"AlterColumn {operation.Table}.{operation.Name}";

    internal static string Table(ColumnOperation operation) => ScriptDraft.Quote(operation.Schema, operation.Table);

    internal static string AlterBase(ColumnOperation operation) => $"ALTER TABLE {Table(operation)} ALTER COLUMN {SqlText.Quote(operation.Name)}";
}
