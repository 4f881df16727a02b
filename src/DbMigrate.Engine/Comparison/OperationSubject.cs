using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Comparison;

/// <summary>What an operation is about, in the words of <see cref="SchemaDifference.Object"/>.</summary>
/// <param name="Objects">The objects that it makes, changes or drops.</param>
/// <param name="Tables">The tables that they belong to.</param>
internal sealed record OperationSubject(IReadOnlyList<string> Objects, IReadOnlyList<ObjectName> Tables)
{
    public static OperationSubject Of(MigrationOperation operation, ProviderTraits traits)
    {
        return operation switch
        {
            ColumnOperation o => Part("column", o.Schema, o.Table, o.Name),
            DropColumnOperation o => Part("column", o.Schema, o.Table, o.Name),
            CreateTableOperation o => Whole("table", o.Schema, o.Name),
            AlterTableOperation o => Whole("table", o.Schema, o.Name),
            DropTableOperation o => Whole("table", o.Schema, o.Name),
            AddPrimaryKeyOperation o => Part("primary key", o.Schema, o.Table, o.Name),
            DropPrimaryKeyOperation o => Part("primary key", o.Schema, o.Table, o.Name),
            AddUniqueConstraintOperation o => Part("unique constraint", o.Schema, o.Table, o.Name),
            DropUniqueConstraintOperation o => Part("unique constraint", o.Schema, o.Table, o.Name),
            AddForeignKeyOperation o => Part("foreign key", o.Schema, o.Table, o.Name),
            DropForeignKeyOperation o => Part("foreign key", o.Schema, o.Table, o.Name),
            AddCheckConstraintOperation o => Part("check", o.Schema, o.Table, o.Name),
            DropCheckConstraintOperation o => Part("check", o.Schema, o.Table, o.Name),
            CreateIndexOperation o => Part("index", o.Schema, o.Table, o.Name),
            DropIndexOperation o => Part("index", o.Schema, o.Table ?? "", o.Name),
            RenameIndexOperation o => new([$"index {Name(o.Schema, o.Table ?? "")}.{o.Name}", $"index {Name(o.Schema, o.Table ?? "")}.{o.NewName}"], [Name(o.Schema, o.Table ?? "")]),
            InsertDataOperation o => Rows(o.Schema, o.Table),
            UpdateDataOperation o => Rows(o.Schema, o.Table),
            DeleteDataOperation o => Rows(o.Schema, o.Table),
            CreateSequenceOperation o => Whole("sequence", o.Schema, o.Name),
            AlterSequenceOperation o => Whole("sequence", o.Schema, o.Name),
            RestartSequenceOperation o => Whole("sequence", o.Schema, o.Name),
            DropSequenceOperation o => Whole("sequence", o.Schema, o.Name),
            EnsureSchemaOperation o => new([$"schema {o.Name}"], []),
            DropSchemaOperation o => new([$"schema {o.Name}"], []),
            AlterDatabaseOperation => new(["database"], []),
            SqlOperation o => Statements(traits.Statements(o.Sql)),
            _ => new([], []),
        };

        ObjectName Name(string? schema, string name) => traits.NameOf(schema, name);

        OperationSubject Whole(string kind, string? schema, string name) => new([$"{kind} {Name(schema, name)}"], [Name(schema, name)]);

        OperationSubject Part(string kind, string? schema, string table, string name)
            => new([$"{kind} {Name(schema, table)}.{name}", $"{kind} of {Name(schema, table)}"], [Name(schema, table)]);

        OperationSubject Rows(string? schema, string table) => new([], [Name(schema, table)]);
    }

    private static OperationSubject Statements(IReadOnlyList<SchemaStatement> statements) => new(
        [.. statements.Select(s => s.Kind == SchemaObjectKind.Index ? $"index {s.Table}.{s.Name.Name}" : $"{s.Kind.ToString().ToLowerInvariant()} {s.Name}")],
        [.. statements.Select(s => s.Table).OfType<ObjectName>()]);
}
