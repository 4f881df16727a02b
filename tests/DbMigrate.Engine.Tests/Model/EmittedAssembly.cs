using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;

namespace DbMigrate.Engine.Tests.Model;

/// <summary>An assembly with empty classes, written and loaded like any other.</summary>
internal static class EmittedAssembly
{
    public static Assembly Create(string name, params (string Type, Type Base)[] types)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = builder.DefineDynamicModule(name);
        foreach (var (type, baseType) in types)
            module.DefineType(type, TypeAttributes.Public, baseType).CreateType();
        using var stream = new MemoryStream();
        builder.Save(stream);
        return Assembly.Load(stream.ToArray());
    }
}
