using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Scripts;

/// <summary>A kind of line in a header.</summary>
internal sealed class HeaderField
{
    public static readonly HeaderField Revision = new("Revision");
    public static readonly HeaderField Parents = new("Parents");
    public static readonly HeaderField Labels = new("Labels");
    public static readonly HeaderField DependsOn = new("Depends on");
    public static readonly HeaderField Created = new("Created");
    public static readonly HeaderField Message = new("Message");
    public static readonly HeaderField EfCore = new("EF Core");
    public static readonly HeaderField Provider = new("Provider");
    public static readonly HeaderField Destructive = new("Destructive", isRepeated: true);

    private static readonly Dictionary<string, HeaderField> ByKey =
        new[] { Revision, Parents, Labels, DependsOn, Created, Message, EfCore, Provider, Destructive }
            .ToDictionary(f => Key(f.Name), StringComparer.OrdinalIgnoreCase);

    private HeaderField(string name, bool isRepeated = false)
    {
        Name = name;
        IsRepeated = isRepeated;
    }

    public string Name { get; }

    public bool IsRepeated { get; }

    /// <summary>The field with a name, whatever its case and spacing; null for other comments.</summary>
    public static HeaderField? Find(string name) => ByKey.TryGetValue(Key(name), out var field) ? field : null;

    private static string Key(string name) => name.Replace(" ", "").Replace("\t", "");
}
