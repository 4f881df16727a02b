using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Makes EF's operations for tables and columns, with every property filled.</summary>
internal sealed class OperationFactory(ColumnTypes types)
{
    /// <summary>A table with its columns, keys and checks.</summary>
    public CreateTableOperation CreateTable(Table table, IEnumerable<ForeignKey> foreignKeys)
    {
        var name = table.Name;
        var create = new CreateTableOperation
        {
            Schema = name.Schema,
            Name = name.Name,
            Comment = table.Comment,
            PrimaryKey = table.PrimaryKey is null ? null : ConstraintOperations.AddPrimaryKey(name, table.PrimaryKey),
        };
        create.Columns.AddRange(table.Columns.Select(c => AddColumn(name, c)));
        create.UniqueConstraints.AddRange(table.UniqueConstraints.Select(k => ConstraintOperations.AddUnique(name, k)));
        create.CheckConstraints.AddRange(table.Checks.Select(c => ConstraintOperations.AddCheck(name, c)));
        create.ForeignKeys.AddRange(foreignKeys.Select(k => ConstraintOperations.AddForeignKey(name, k)));
        create.Annotate(table.Annotations);
        if (table.Entity is not null)
            create.AddAnnotation(OperationAnnotations.Entity, table.Entity);
        if (table.Types.Count > 0)
            create.AddAnnotation(OperationAnnotations.Types, Texts(table.Types));
        return create;
    }

    /// <summary>A new comment or new facets of a table.</summary>
    public static AlterTableOperation AlterTable(Table old, Table table)
    {
        var before = new CreateTableOperation { Schema = table.Name.Schema, Name = table.Name.Name, Comment = old.Comment };
        before.Annotate(old.Annotations);
        var alter = new AlterTableOperation { Schema = table.Name.Schema, Name = table.Name.Name, Comment = table.Comment, OldTable = before };
        alter.Annotate(table.Annotations);
        return alter;
    }

    /// <summary>Other types of a hierarchy in a table; nothing changes in the database.</summary>
    public static AlterTableOperation ChangeTypes(Table table)
    {
        var alter = AlterTable(table, table);
        alter.AddAnnotation(OperationAnnotations.Types, Texts(table.Types));
        return alter;
    }

    /// <summary>A column of a table.</summary>
    public AddColumnOperation AddColumn(ObjectName table, Column column) => Fill(new AddColumnOperation(), table, column);

    /// <summary>A column that stays, with other facets.</summary>
    public AlterColumnOperation AlterColumn(ObjectName table, Column old, Column column)
    {
        var alter = Fill(new AlterColumnOperation(), table, column);
        alter.OldColumn = Fill(new AddColumnOperation(), table, old with { Name = column.Name });
        return alter;
    }

    private static string[] Texts(IEnumerable<TypeMap> types) => [.. types.Select(TypeMapText.Format)];

    private T Fill<T>(T operation, ObjectName table, Column column)
        where T : ColumnOperation
    {
        var hints = column.Hints;
        operation.Schema = table.Schema;
        operation.Table = table.Name;
        operation.Name = column.Name;
        operation.ClrType = types.Clr(column);
        operation.ColumnType = column.StoreType;
        operation.IsUnicode = hints.IsUnicode;
        operation.IsFixedLength = hints.IsFixedLength;
        operation.MaxLength = hints.MaxLength;
        operation.Precision = hints.Precision;
        operation.Scale = hints.Scale;
        operation.IsRowVersion = hints.IsRowVersion;
        operation.IsNullable = column.IsNullable;
        operation.DefaultValue = column.DefaultSql is null ? null : hints.DefaultValue;
        operation.DefaultValueSql = operation.DefaultValue is null ? column.DefaultSql : null;
        operation.ComputedColumnSql = column.ComputedSql;
        operation.IsStored = column.ComputedSql is null ? null : column.IsStored;
        operation.Comment = column.Comment;
        operation.Collation = column.Collation;
        operation.Annotate(column.Annotations);
        if (hints.Property is not null && hints.Property != column.Name)
            operation.AddAnnotation(OperationAnnotations.Property, hints.Property);
        if (hints.Json.Count > 0)
            operation.AddAnnotation(OperationAnnotations.Json, hints.Json.Select(p => p.ToString()).ToArray());
        return operation;
    }
}
