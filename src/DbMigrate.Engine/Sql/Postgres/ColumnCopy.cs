using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Copies of operations on columns, to be changed for the generator without changing the revision's own.</summary>
internal static class ColumnCopy
{
    /// <summary>A copy without the mark of a fill.</summary>
    public static AddColumnOperation Add(ColumnOperation operation) => Fill(new AddColumnOperation(), operation);

    /// <summary>A copy with its old column, without the mark of a fill.</summary>
    public static AlterColumnOperation Alter(AlterColumnOperation operation)
    {
        var copy = Fill(new AlterColumnOperation(), operation);
        copy.OldColumn = Add(operation.OldColumn);
        return copy;
    }

    private static T Fill<T>(T copy, ColumnOperation operation)
        where T : ColumnOperation
    {
        copy.Schema = operation.Schema;
        copy.Table = operation.Table;
        copy.Name = operation.Name;
        copy.ClrType = operation.ClrType;
        copy.ColumnType = operation.ColumnType;
        copy.IsUnicode = operation.IsUnicode;
        copy.IsFixedLength = operation.IsFixedLength;
        copy.MaxLength = operation.MaxLength;
        copy.Precision = operation.Precision;
        copy.Scale = operation.Scale;
        copy.IsRowVersion = operation.IsRowVersion;
        copy.IsNullable = operation.IsNullable;
        copy.DefaultValue = operation.DefaultValue;
        copy.DefaultValueSql = operation.DefaultValueSql;
        copy.ComputedColumnSql = operation.ComputedColumnSql;
        copy.IsStored = operation.IsStored;
        copy.Comment = operation.Comment;
        copy.Collation = operation.Collation;
        foreach (var annotation in operation.GetAnnotations())
        {
            if (annotation.Name != OperationAnnotations.Fill)
                copy.AddAnnotation(annotation.Name, annotation.Value);
        }

        return copy;
    }
}
