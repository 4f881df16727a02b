using System;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>What the writers of all families share.</summary>
internal sealed class OperationScripts(ProviderTraits traits, ScriptUsings usings)
{
    private readonly CSharpType _types = new(usings);

    public CSharpLiteral Literals { get; } = new(usings, new CSharpType(usings));

    /// <summary>A call of the migration builder.</summary>
    public static MethodCall Call(string method) => new("migrationBuilder." + method);

    /// <summary>A call of the migration builder with the type of a column.</summary>
    public MethodCall Call(string method, ColumnOperation column) => new($"migrationBuilder.{method}<{TypeName(column)}>");

    /// <summary>The CLR type of a column; the store type tells it where the operation does not.</summary>
    public string TypeName(ColumnOperation column)
        => _types.Name(column.ClrType ?? (column.ColumnType is { } store ? traits.ClrType(store) : null) ?? typeof(object));

    /// <summary>The name of a type.</summary>
    public string TypeName(Type type) => _types.Name(type);

    /// <summary>Adds what is annotated, in the order of names.</summary>
    public MethodCall Annotations(MethodCall call, IAnnotatable annotated, string method = "Annotation")
    {
        foreach (var annotation in annotated.GetAnnotations())
            call.Then($"{method}({CSharpString.Quoted(annotation.Name)}, {AnnotationValue(annotation.Value)})");
        return call;
    }

    // The provider's enums are written by name: their types differ between its versions.
    private string AnnotationValue(object? value) => value is Enum name ? CSharpString.Quoted(name.ToString()) : Literals.Write(value);
}
