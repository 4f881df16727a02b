using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>Gives a drawn model to EF.</summary>
internal static class ModelSpecBuilder
{
    public static void Build(ModelBuilder model, ModelSpec spec)
    {
        foreach (var table in spec.Tables)
            model.Entity(table.Name, e => Build(e, spec, table));
        foreach (var table in spec.Tables.Where(t => t.Seeds > 0))
            model.Entity(table.Name).HasData(Enumerable.Range(1, table.Seeds).Select(i => (object)Row(spec, table, i)));
    }

    private static void Build(EntityTypeBuilder entity, ModelSpec spec, TableSpec table)
    {
        entity.ToTable(table.Name, t =>
        {
            t.HasComment(table.Comment);
            foreach (var check in table.Checks)
                t.HasCheckConstraint(check.Name, check.Sql);
        });
        BuildKey(entity, table);
        foreach (var column in table.Columns)
            BuildColumn(entity, column);
        foreach (var column in table.Unique)
            entity.HasAlternateKey(column);
        foreach (var index in table.Indexes)
        {
            var builder = entity.HasIndex(index.Columns.Split(','), index.Name).IsUnique(index.IsUnique).HasFilter(index.Filter);
            if (index.IsDescending)
                builder.IsDescending([.. index.Columns.Split(',').Select((_, i) => i == 0)]);
        }

        foreach (var key in table.ForeignKeys)
        {
            var type = KeyType(spec.Tables.Single(t => t.Name == key.Principal));
            entity.Property(key.IsNullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, key.Column).IsRequired(!key.IsNullable);
            entity.HasOne(key.Principal).WithMany().HasForeignKey(key.Column).OnDelete(key.OnDelete);
        }
    }

    private static void BuildKey(EntityTypeBuilder entity, TableSpec table)
    {
        if (table.Key == KeyKind.None)
        {
            entity.HasNoKey();
            return;
        }

        var id = entity.Property(KeyType(table), "Id");
        if (table.Key == KeyKind.PlainInteger)
            id.ValueGeneratedNever();
        if (table.Key == KeyKind.Composite)
            entity.Property<string>("Part");
        var key = table.Key == KeyKind.Composite ? entity.HasKey("Part", "Id") : entity.HasKey("Id");
        if (table.KeyName is not null)
            key.HasName(table.KeyName);
    }

    private static void BuildColumn(EntityTypeBuilder entity, ColumnSpec column)
    {
        var type = column.IsNullable && column.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(column.Type) : column.Type;
        var property = entity.Property(type, column.Name).IsRequired(!column.IsNullable).HasComment(column.Comment);
        if (column.StoreType is not null)
            property.HasColumnType(column.StoreType);
        if (column.Default is not null)
            property.HasDefaultValue(column.Default);
        if (column.DefaultSql is not null)
            property.HasDefaultValueSql(column.DefaultSql);
        if (column.Computed is not null)
            property.HasComputedColumnSql(column.Computed, column.IsStored);
        if (column.Collation is not null)
            property.UseCollation(column.Collation);
    }

    private static Type KeyType(TableSpec table) => table.Key == KeyKind.Text ? typeof(string) : typeof(int);

    private static Dictionary<string, object> Row(ModelSpec spec, TableSpec table, int number)
    {
        var row = new Dictionary<string, object> { ["Id"] = table.Key == KeyKind.Text ? $"k{number}" : number };
        if (table.Key == KeyKind.Composite)
            row["Part"] = "p" + number;
        foreach (var column in table.Columns.Where(c => c.Computed is null && !(c is { IsNullable: true, Default: null, DefaultSql: null } && number % 2 == 0)))
            row[column.Name] = Value(column.Type, number);
        foreach (var key in table.ForeignKeys.Where(k => !k.IsNullable))
            row[key.Column] = KeyType(spec.Tables.Single(t => t.Name == key.Principal)) == typeof(string) ? "k1" : 1;
        return row;
    }

    private static object Value(Type type, int number)
    {
        if (type == typeof(string))
            return "text '" + number;
        if (type == typeof(byte[]))
            return new byte[] { 0, (byte)number };
        if (type == typeof(DateTime))
            return new DateTime(2026, 1, number, 3, 4, 5, DateTimeKind.Unspecified);
        if (type == typeof(Guid))
            return new Guid(number, 0, 0, new byte[8]);
        return type == typeof(bool) ? number % 2 == 0 : Convert.ChangeType(number, type);
    }
}
