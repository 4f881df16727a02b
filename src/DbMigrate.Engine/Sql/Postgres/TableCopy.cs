using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>A copy of a table's operation for the generator, which changes what it is given.</summary>
internal static class TableCopy
{
    public static CreateTableOperation Create(CreateTableOperation operation)
    {
        var copy = new CreateTableOperation { Schema = operation.Schema, Name = operation.Name, Comment = operation.Comment, PrimaryKey = operation.PrimaryKey };
        foreach (var annotation in operation.GetAnnotations())
            copy.AddAnnotation(annotation.Name, annotation.Value);
        copy.Columns.AddRange(operation.Columns.Select(ColumnCopy.Add));
        copy.UniqueConstraints.AddRange(operation.UniqueConstraints.Except(Repeated(operation)));
        copy.CheckConstraints.AddRange(operation.CheckConstraints);
        copy.ForeignKeys.AddRange(operation.ForeignKeys);
        var columns = operation.Columns.Select(c => new Column { Name = c.Name, StoreType = c.ColumnType ?? "", IsNullable = c.IsNullable }).ToList();
        foreach (var column in copy.Columns)
            TsVector.Resolve(column, columns);
        return copy;
    }

    /// <summary>The unique constraints on the columns of another key: the server leaves them out without a word where one statement has both.</summary>
    public static IReadOnlyList<AddUniqueConstraintOperation> Repeated(CreateTableOperation operation)
        => [.. operation.UniqueConstraints.Where((k, i) => operation.PrimaryKey?.Columns.SequenceEqual(k.Columns) == true || operation.UniqueConstraints.Take(i).Any(o => o.Columns.SequenceEqual(k.Columns)))];
}
