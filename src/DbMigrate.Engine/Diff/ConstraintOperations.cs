using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Makes EF's operations for keys, checks and indexes.</summary>
internal static class ConstraintOperations
{
    /// <summary>A primary key.</summary>
    public static AddPrimaryKeyOperation AddPrimaryKey(ObjectName table, Key key)
        => Annotated(new AddPrimaryKeyOperation { Schema = table.Schema, Table = table.Name, Name = key.Name, Columns = [.. key.Columns] }, key.Annotations);

    /// <summary>A unique constraint.</summary>
    public static AddUniqueConstraintOperation AddUnique(ObjectName table, Key key)
        => Annotated(new AddUniqueConstraintOperation { Schema = table.Schema, Table = table.Name, Name = key.Name, Columns = [.. key.Columns] }, key.Annotations);

    /// <summary>A check.</summary>
    public static AddCheckConstraintOperation AddCheck(ObjectName table, Check check)
        => Annotated(new AddCheckConstraintOperation { Schema = table.Schema, Table = table.Name, Name = check.Name, Sql = check.Sql }, check.Annotations);

    /// <summary>A foreign key.</summary>
    public static AddForeignKeyOperation AddForeignKey(ObjectName table, ForeignKey key)
        => Annotated(
            new AddForeignKeyOperation
            {
                Schema = table.Schema,
                Table = table.Name,
                Name = key.Name,
                Columns = [.. key.Columns],
                PrincipalSchema = key.PrincipalTable.Schema,
                PrincipalTable = key.PrincipalTable.Name,
                PrincipalColumns = [.. key.PrincipalColumns],
                OnDelete = key.OnDelete,
                OnUpdate = key.OnUpdate,
            },
            key.Annotations);

    /// <summary>An index; one that EF has no operation for as the statement that creates it.</summary>
    public static MigrationOperation CreateIndex(ObjectName table, Index index)
        => index.RawSql is not null
            ? new SqlOperation { Sql = index.RawSql }
            : Annotated(
                new CreateIndexOperation
                {
                    Schema = table.Schema,
                    Table = table.Name,
                    Name = index.Name,
                    Columns = [.. index.Columns],
                    IsUnique = index.IsUnique,
                    IsDescending = index.IsDescending.Count == 0 ? null : [.. index.IsDescending],
                    Filter = index.Filter,
                },
                index.Annotations);

    private static T Annotated<T>(T operation, AnnotationSet annotations)
        where T : MigrationOperation
    {
        operation.Annotate(annotations);
        return operation;
    }
}
