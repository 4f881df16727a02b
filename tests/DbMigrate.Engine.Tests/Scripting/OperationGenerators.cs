using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Draws operations of every kind with every property set or not.</summary>
internal static class OperationGenerators
{
    private static readonly Gen<string> Name = Gen.Frequency(
        (4, Gen.OneOf("Id", "Name", "Customers", "order_lines", "Größe")),
        (1, Gen.OneOf("class", "first name", "first_name", "2nd", "a.b", "ToString", "x", "table", "say \"hi\"", "日本", "naïve\\path")));

    private static readonly Gen<string> Sql = Gen.OneOf("", "lower(name)", "a > 0 AND b <> ''", "line 1\nline 2", "line 1\r\nline 2", "'\"\"\"' || \"q\"", "tab\there", "ends with blank \nend", "\ttabs\n\n  indented\n", "\u2028 \u0001 🎉");

    private static readonly Gen<string?> MaybeName = Maybe(Name);
    private static readonly Gen<string?> MaybeSql = Maybe(Sql);
    private static readonly Gen<bool?> MaybeBool = Gen.OneOf<bool?>(null, true, false);
    private static readonly Gen<int?> MaybeInt = Gen.OneOf<int?>(null, 0, 20);
    private static readonly Gen<long?> MaybeLong = Gen.OneOf<long?>(null, long.MinValue, 0, long.MaxValue);
    private static readonly Gen<string[]> Names = Name.Array[1, 3].Select(n => n.Distinct().ToArray());
    private static readonly Gen<ReferentialAction> Action = Gen.Enum<ReferentialAction>();

    /// <summary>An operation of any kind.</summary>
    public static Gen<MigrationOperation> Any { get; } = Annotated(Gen.Frequency<MigrationOperation>(
        (2, CreateTable()), (2, AlterTable()), (1, AddColumn()), (1, AlterColumn()), (3, Indexes()), (6, Keys()), (1, ForeignKeys()), (4, Sequences()), (3, Database()), (2, Rows())));

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class
        => Gen.Frequency((2, Gen.Const((T?)null)), (1, some.Select(s => (T?)s)));

    private static Gen<T> Annotated<T>(Gen<T> operation)
        where T : MigrationOperation
        => Gen.Select(operation, Gen.OneOf("Npgsql:IndexMethod", "DbMigrate:Fill", "a \"quote\""), Maybe(Annotation()), (o, name, value) =>
        {
            if (value is not null)
                o[name] = value;
            return o;
        });

    private static Gen<object> Annotation() => Gen.OneOf<object>("btree", true, 5, new[] { "a", "b" }, new[] { true }, new[] { 1, 2 }, DayOfWeek.Monday);

    private static Gen<AddColumnOperation> AddColumn()
        => from name in Name
           from table in Name
           from schema in MaybeName
           from facets in Gen.Select(MaybeBool, MaybeBool, MaybeInt, MaybeInt, MaybeInt, Gen.Bool, Gen.Bool)
           from texts in Gen.Select(MaybeSql, MaybeSql, MaybeSql, MaybeName, MaybeName)
           from stored in MaybeBool
           from value in Maybe(Values.Any)
           select new AddColumnOperation
           {
               Name = name,
               Table = table,
               Schema = schema,
               ClrType = value?.GetType() ?? typeof(string),
               DefaultValue = value,
               IsUnicode = facets.Item1,
               IsFixedLength = facets.Item2,
               MaxLength = facets.Item3,
               Precision = facets.Item4,
               Scale = facets.Item5,
               IsRowVersion = facets.Item6,
               IsNullable = facets.Item7,
               DefaultValueSql = texts.Item1,
               ComputedColumnSql = texts.Item2,
               Comment = texts.Item3,
               Collation = texts.Item4,
               ColumnType = texts.Item5,
               IsStored = stored,
           };

    private static Gen<MigrationOperation> AlterColumn()
        => Gen.Select(AddColumn(), Annotated(AddColumn()), (now, old) => (MigrationOperation)new AlterColumnOperation
        {
            Name = now.Name,
            Table = now.Table,
            Schema = now.Schema,
            ClrType = now.ClrType,
            DefaultValue = now.DefaultValue,
            IsUnicode = now.IsUnicode,
            IsFixedLength = now.IsFixedLength,
            MaxLength = now.MaxLength,
            Precision = now.Precision,
            Scale = now.Scale,
            IsRowVersion = now.IsRowVersion,
            IsNullable = now.IsNullable,
            DefaultValueSql = now.DefaultValueSql,
            ComputedColumnSql = now.ComputedColumnSql,
            Comment = now.Comment,
            Collation = now.Collation,
            ColumnType = now.ColumnType,
            IsStored = now.IsStored,
            OldColumn = old,
        });

    private static Gen<MigrationOperation> CreateTable()
        => from name in Name
           from schema in MaybeName
           from comment in MaybeSql
           from columns in Annotated(AddColumn()).Array[0, 4].Select(c => c.DistinctBy(x => x.Name).ToArray())
           from keys in Gen.Bool.Array[3]
           from foreignKey in ForeignKeys()
           from check in Sql.Where(s => s.Length > 0)
           select Table(name, schema, comment, columns, keys, foreignKey, check);

    private static MigrationOperation Table(string name, string? schema, string? comment, AddColumnOperation[] columns, bool[] keys, AddForeignKeyOperation foreignKey, string check)
    {
        var table = new CreateTableOperation { Name = name, Schema = schema, Comment = comment };
        foreach (var column in columns)
        {
            (column.Table, column.Schema) = (name, schema);
            table.Columns.Add(column);
        }

        table.CheckConstraints.Add(new AddCheckConstraintOperation { Name = "CK", Table = name, Schema = schema, Sql = check });
        string[] all = [.. columns.Select(c => c.Name)];
        if (all.Length == 0)
            return table;
        if (keys[0])
            table.PrimaryKey = new AddPrimaryKeyOperation { Name = "PK", Table = name, Schema = schema, Columns = all };
        if (keys[1])
            table.UniqueConstraints.Add(new AddUniqueConstraintOperation { Name = "AK", Table = name, Schema = schema, Columns = all[..1] });
        if (keys[2])
        {
            (foreignKey.Table, foreignKey.Schema, foreignKey.Columns) = (name, schema, all[..Math.Min(all.Length, foreignKey.Columns.Length)]);
            table.ForeignKeys.Add(foreignKey);
        }

        return table;
    }

    private static Gen<MigrationOperation> AlterTable()
        => from name in Name
           from schema in MaybeName
           from other in MaybeName
           from comments in Gen.Select(MaybeSql, MaybeSql)
           from old in Annotated(Gen.Const(() => new CreateTableOperation()))
           from kind in Gen.Int[0, 2]
           select kind switch
           {
               0 => new AlterTableOperation { Name = name, Schema = schema, Comment = comments.Item1, OldTable = WithComment(old, comments.Item2) },
               1 => (MigrationOperation)new RenameTableOperation { Name = name, Schema = schema, NewName = other, NewSchema = schema },
               _ => new DropTableOperation { Name = name, Schema = schema },
           };

    private static CreateTableOperation WithComment(CreateTableOperation table, string? comment)
    {
        table.Comment = comment;
        return table;
    }

    private static Gen<MigrationOperation> Indexes()
        => from names in Gen.Select(Name, Name, Name)
           from schema in MaybeName
           from columns in Names
           from directions in Maybe(Gen.OneOf(Gen.Const(Array.Empty<bool>()), Gen.Bool.Array[columns.Length]))
           from filter in MaybeSql
           from unique in Gen.Bool
           from kind in Gen.Int[0, 3]
           select kind switch
           {
               0 or 1 => new CreateIndexOperation { Name = names.Item1, Table = names.Item2, Schema = schema, Columns = columns, IsDescending = directions, Filter = filter, IsUnique = unique },
               2 => (MigrationOperation)new DropIndexOperation { Name = names.Item1, Table = unique ? names.Item2 : null, Schema = schema },
               _ => new RenameIndexOperation { Name = names.Item1, Table = unique ? names.Item2 : null, Schema = schema, NewName = names.Item3 },
           };

    private static Gen<MigrationOperation> Keys()
        => from names in Gen.Select(Name, Name, Name)
           from schema in MaybeName
           from columns in Names
           from sql in Sql.Where(s => s.Length > 0)
           from kind in Gen.Int[0, 8]
           select kind switch
           {
               0 => new AddPrimaryKeyOperation { Name = names.Item1, Table = names.Item2, Schema = schema, Columns = columns },
               1 => new AddUniqueConstraintOperation { Name = names.Item1, Table = names.Item2, Schema = schema, Columns = columns },
               2 => new AddCheckConstraintOperation { Name = names.Item1, Table = names.Item2, Schema = schema, Sql = sql },
               3 => new DropPrimaryKeyOperation { Name = names.Item1, Table = names.Item2, Schema = schema },
               4 => new DropUniqueConstraintOperation { Name = names.Item1, Table = names.Item2, Schema = schema },
               5 => new DropCheckConstraintOperation { Name = names.Item1, Table = names.Item2, Schema = schema },
               6 => new DropForeignKeyOperation { Name = names.Item1, Table = names.Item2, Schema = schema },
               7 => (MigrationOperation)new DropColumnOperation { Name = names.Item1, Table = names.Item2, Schema = schema },
               _ => new RenameColumnOperation { Name = names.Item1, Table = names.Item2, Schema = schema, NewName = names.Item3 },
           };

    private static Gen<AddForeignKeyOperation> ForeignKeys()
        => from names in Gen.Select(Name, Name, Name)
           from schema in MaybeName
           from columns in Names
           from principal in Maybe(Gen.Const(() => Array.Empty<string>()))
           from actions in Gen.Select(Action, Action)
           select new AddForeignKeyOperation
           {
               Name = names.Item1,
               Table = names.Item2,
               Schema = schema,
               Columns = columns,
               PrincipalTable = names.Item3,
               PrincipalSchema = schema,
               PrincipalColumns = principal is null ? columns : null,
               OnDelete = actions.Item1,
               OnUpdate = actions.Item2,
           };

    private static Gen<MigrationOperation> Sequences()
        => from name in Name
           from other in MaybeName
           from schema in MaybeName
           from limits in Gen.Select(MaybeLong, MaybeLong, MaybeLong, MaybeLong)
           from steps in Gen.Select(Gen.OneOf(1, 5, -1), Gen.OneOf(1, 10))
           from cyclic in Gen.Bool
           from type in Gen.OneOf(typeof(long), typeof(int), typeof(decimal))
           from old in Annotated(Gen.Const(() => new CreateSequenceOperation()))
           from kind in Gen.Int[0, 4]
           select kind switch
           {
               0 => new CreateSequenceOperation { Name = name, Schema = schema, ClrType = type, StartValue = limits.Item3 ?? 1, IncrementBy = steps.Item1, MinValue = limits.Item1, MaxValue = limits.Item2, IsCyclic = cyclic },
               1 => new AlterSequenceOperation { Name = name, Schema = schema, IncrementBy = steps.Item1, MinValue = limits.Item1, MaxValue = limits.Item2, IsCyclic = cyclic, OldSequence = OldSequence(old, limits.Item3, limits.Item4, steps.Item2, cyclic) },
               2 => new DropSequenceOperation { Name = name, Schema = schema },
               3 => (MigrationOperation)new RenameSequenceOperation { Name = name, Schema = schema, NewName = other, NewSchema = schema },
               _ => new RestartSequenceOperation { Name = name, Schema = schema, StartValue = limits.Item1 },
           };

    private static CreateSequenceOperation OldSequence(CreateSequenceOperation old, long? min, long? max, int increment, bool cyclic)
    {
        (old.MinValue, old.MaxValue, old.IncrementBy, old.IsCyclic) = (min, max, increment, !cyclic);
        return old;
    }

    private static Gen<MigrationOperation> Database()
        => from name in Name
           from collations in Gen.Select(MaybeName, MaybeName)
           from sql in Sql.Where(s => s.Length > 0)
           from suppress in Gen.Bool
           from old in Annotated(Gen.Const(() => new AlterDatabaseOperation()))
           from kind in Gen.Int[0, 4]
           select kind switch
           {
               0 => AlterDatabase(collations.Item1, collations.Item2, old),
               1 => new EnsureSchemaOperation { Name = name },
               2 => (MigrationOperation)new DropSchemaOperation { Name = name },
               _ => new SqlOperation { Sql = sql, SuppressTransaction = suppress },
           };

    private static MigrationOperation AlterDatabase(string? collation, string? oldCollation, AlterDatabaseOperation old)
    {
        var operation = new AlterDatabaseOperation { Collation = collation };
        operation.OldDatabase.Collation = oldCollation;
        foreach (var annotation in old.GetAnnotations())
            operation.OldDatabase[annotation.Name] = annotation.Value;
        return operation;
    }

    private static Gen<MigrationOperation> Rows()
        => from table in Name
           from schema in MaybeName
           from keys in Names
           from columns in Names
           from count in Gen.Int[1, 3]
           from values in Maybe(Values.Any).Array[18]
           from types in Gen.Bool
           from kind in Gen.Int[0, 2]
           select kind switch
           {
               0 => new InsertDataOperation { Table = table, Schema = schema, Columns = columns, ColumnTypes = Types(types, columns), Values = Matrix(values, count, columns.Length) },
               1 => new UpdateDataOperation
               {
                   Table = table,
                   Schema = schema,
                   KeyColumns = keys,
                   KeyColumnTypes = Types(types, keys),
                   KeyValues = Matrix(values, count, keys.Length),
                   Columns = columns,
                   ColumnTypes = Types(types, columns),
                   Values = Matrix([.. values.Skip(9)], count, columns.Length),
               },
               _ => (MigrationOperation)new DeleteDataOperation { Table = table, Schema = schema, KeyColumns = keys, KeyColumnTypes = Types(types, keys), KeyValues = Matrix(values, count, keys.Length) },
           };

    private static string[]? Types(bool known, string[] columns) => known ? [.. columns.Select(_ => "TEXT")] : null;

    private static object?[,] Matrix(IReadOnlyList<object?> values, int rows, int columns)
    {
        var matrix = new object?[rows, columns];
        for (var i = 0; i < rows * columns; i++)
            matrix[i / columns, i % columns] = values[i];
        return matrix;
    }
}
