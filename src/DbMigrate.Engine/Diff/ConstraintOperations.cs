using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Makes EF's operations for keys, checks and indexes.</summary>
internal static class ConstraintOperations
{
    /// <summary>A primary key.</summary>
    public static AddPrimaryKeyOperation AddPrimaryKey(ObjectName table, Key key)
        => Unnamed(
            Annotated(new AddPrimaryKeyOperation { Schema = table.Schema, Table = table.Name, Name = Or(key.Name, UnnamedConstraints.PrimaryKeyName(table)), Columns = [.. key.Columns] }, key.Annotations),
            key.Name,
            true);

    /// <summary>A primary key that goes.</summary>
    public static DropPrimaryKeyOperation DropPrimaryKey(ObjectName table, Key key)
        => new() { Schema = table.Schema, Table = table.Name, Name = Or(key.Name, UnnamedConstraints.PrimaryKeyName(table)) };

    /// <summary>A unique constraint.</summary>
    public static AddUniqueConstraintOperation AddUnique(ObjectName table, Key key)
        => Unnamed(
            Annotated(new AddUniqueConstraintOperation { Schema = table.Schema, Table = table.Name, Name = Or(key.Name, UnnamedConstraints.Name(table, key)), Columns = [.. key.Columns] }, key.Annotations),
            key.Name,
            true);

    /// <summary>A unique constraint that goes.</summary>
    public static DropUniqueConstraintOperation DropUnique(ObjectName table, Key key)
        => Unnamed(
            new DropUniqueConstraintOperation { Schema = table.Schema, Table = table.Name, Name = Or(key.Name, UnnamedConstraints.Name(table, key)) },
            key.Name,
            UnnamedConstraints.Describe(key));

    /// <summary>A check.</summary>
    public static AddCheckConstraintOperation AddCheck(ObjectName table, Check check)
        => Unnamed(
            Annotated(new AddCheckConstraintOperation { Schema = table.Schema, Table = table.Name, Name = Or(check.Name, UnnamedConstraints.CheckName(table)), Sql = check.Sql }, check.Annotations),
            check.Name,
            true);

    /// <summary>A check that goes.</summary>
    public static DropCheckConstraintOperation DropCheck(ObjectName table, Check check)
        => Unnamed(
            new DropCheckConstraintOperation { Schema = table.Schema, Table = table.Name, Name = Or(check.Name, UnnamedConstraints.CheckName(table)) },
            check.Name,
            check.Sql);

    /// <summary>A foreign key.</summary>
    public static AddForeignKeyOperation AddForeignKey(ObjectName table, ForeignKey key)
        => Unnamed(
            Annotated(
                new AddForeignKeyOperation
                {
                    Schema = table.Schema,
                    Table = table.Name,
                    Name = Or(key.Name, UnnamedConstraints.Name(table, key)),
                    Columns = [.. key.Columns],
                    PrincipalSchema = key.PrincipalTable.Schema,
                    PrincipalTable = key.PrincipalTable.Name,
                    PrincipalColumns = [.. key.PrincipalColumns],
                    OnDelete = key.OnDelete,
                    OnUpdate = key.OnUpdate,
                },
                key.Annotations),
            key.Name,
            true);

    /// <summary>A foreign key that goes.</summary>
    public static DropForeignKeyOperation DropForeignKey(ObjectName table, ForeignKey key)
        => Unnamed(
            new DropForeignKeyOperation { Schema = table.Schema, Table = table.Name, Name = Or(key.Name, UnnamedConstraints.Name(table, key)) },
            key.Name,
            UnnamedConstraints.Describe(key));

    /// <summary>An index; one that EF has no operation for as the statement that creates it.</summary>
    public static MigrationOperation CreateIndex(ObjectName table, Index index)
        => index.RawSql is not null
            ? new SqlOperation { Sql = StoredObjects.Find(index)! }
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

    private static string Or(string name, string convention) => name.Length == 0 ? convention : name;

    private static T Unnamed<T>(T operation, string name, object value)
        where T : MigrationOperation
    {
        if (name.Length == 0)
            operation.AddAnnotation(OperationAnnotations.Unnamed, value);
        return operation;
    }

    private static T Annotated<T>(T operation, AnnotationSet annotations)
        where T : MigrationOperation
    {
        operation.Annotate(annotations);
        return operation;
    }
}
