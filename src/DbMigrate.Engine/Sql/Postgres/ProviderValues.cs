using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Scripts name the members of the provider's enums as text; its generator wants the enums. They are looked up in
/// the provider that is there, since the engine has no reference to one.
/// </summary>
internal sealed class ProviderValues
{
    private const string Namespace = "Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.";

    private readonly Dictionary<string, Type> _enums = new(StringComparer.Ordinal);

    /// <summary>Finds the enums.</summary>
    /// <param name="context">A context of the provider.</param>
    public ProviderValues(DbContext context)
    {
        var provider = context.GetService<IRelationalTypeMappingSource>().GetType().Assembly;
        Add("Npgsql:ValueGenerationStrategy", "NpgsqlValueGenerationStrategy");
        Add("Npgsql:IndexNullSortOrder", "NullSortOrder");

        void Add(string annotation, string type)
        {
            if (provider.GetType(Namespace + type) is { } found)
                _enums.Add(annotation, found);
        }
    }

    /// <summary>Gives the annotations of an operation, and of what it consists of, the provider's types.</summary>
    /// <param name="operation">The operation.</param>
    public void Restore(MigrationOperation operation)
    {
        Restore((AnnotatableBase)operation);
        switch (operation)
        {
            case AlterColumnOperation alter:
                Restore((AnnotatableBase)alter.OldColumn);
                break;
            case CreateTableOperation create:
                foreach (var part in create.Columns.Concat<AnnotatableBase>(create.UniqueConstraints))
                    Restore(part);
                break;
        }
    }

    private void Restore(AnnotatableBase annotatable)
    {
        foreach (var (name, type) in _enums)
        {
            if (annotatable.FindAnnotation(name)?.Value is { } value)
                annotatable[name] = Value(value, type);
        }
    }

    private static object Value(object value, Type type) => value switch
    {
        string name => Enum.Parse(type, name),
        string[] names => Array(names, type),
        _ => value,
    };

    private static Array Array(string[] names, Type type)
    {
        var array = System.Array.CreateInstance(type, names.Length);
        for (var i = 0; i < names.Length; i++)
            array.SetValue(Enum.Parse(type, names[i]), i);
        return array;
    }
}
