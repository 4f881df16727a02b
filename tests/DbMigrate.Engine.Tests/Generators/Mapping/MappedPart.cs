using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Engine.Diff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>When rows are looked at.</summary>
internal enum Moment
{
    /// <summary>With the first model, as they were written.</summary>
    Before,

    /// <summary>With the second model.</summary>
    After,

    /// <summary>With the first model again.</summary>
    Again,
}

/// <summary>Some entities that are mapped in one way by the first of two models and in another by the second, and their rows.</summary>
internal abstract class MappedPart
{
    /// <summary>What changes, for example <c>TPH to TPT</c>.</summary>
    public abstract string Change { get; }

    /// <summary>What is special about it.</summary>
    public virtual IEnumerable<string> Features
        => Properties.SelectMany(p => new[] { (p.IsRequired, "required property"), (!p.IsBefore, "property that comes"), (!p.IsAfter, "property that goes"), (p.OtherName is not null, "other name of column") })
            .Where(f => f.Item1).Select(f => f.Item2).Concat(Seeds.Count > 0 ? ["seeds of the model"] : []).Distinct();

    /// <summary>The properties beside keys.</summary>
    public required IReadOnlyList<MappedProperty> Properties { get; init; }

    /// <summary>The rows as they are before.</summary>
    public required IReadOnlyList<object> Rows { get; init; }

    /// <summary>The rows that the model brings.</summary>
    public IReadOnlyList<object> Seeds { get; init; } = [];

    /// <summary>What a person would decide.</summary>
    public virtual IEnumerable<RenameDecision> Renames => [];

    /// <summary>The fills that are asked for, which no row needs.</summary>
    public virtual IEnumerable<FillDecision> Fills => [];

    /// <summary>What all names of the part's tables begin with.</summary>
    public abstract IReadOnlyList<string> Tables { get; }

    /// <summary>Adds it to one of the models.</summary>
    public abstract void Build(ModelBuilder model, bool isAfter);

    /// <summary>Reads what is there.</summary>
    public abstract IEnumerable<object> Read(DbContext context);

    /// <summary>The rows that the model brought and somebody changed.</summary>
    public IReadOnlyList<object> Changed { get; init; } = [];

    /// <summary>The rows that the model brought and somebody deleted.</summary>
    public IReadOnlyList<object> Deleted { get; init; } = [];

    /// <summary>Writes the rows, and does to those that the model brought what people do.</summary>
    public void Fill(DbContext context)
    {
        context.AddRange(Rows.Where(r => !Seeds.Any(s => s.GetType() == r.GetType() && Id(s) == Id(r))));
        context.UpdateRange(Changed);
        context.RemoveRange(Deleted);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <summary>The rows that an application must see.</summary>
    public IEnumerable<string> Expected(Moment moment) => Rows.Select(row => RowText.Of(row, (p, value) => Value(row, p, value, moment), IsPartRequired)).Order(StringComparer.Ordinal);

    /// <summary>The rows that an application sees.</summary>
    public IEnumerable<string> Seen(DbContext context) => Read(context).Select(r => RowText.Of(r, isPartRequired: IsPartRequired)).Order(StringComparer.Ordinal);

    /// <summary>Whether an object in another one is there even without any value.</summary>
    protected virtual bool IsPartRequired => false;

    /// <summary>The properties of a type that one of the models has.</summary>
    protected IEnumerable<MappedProperty> Of(Type type, bool isAfter) => Properties.Where(p => p.Member.ReflectedType == type && p.IsIn(isAfter));

    /// <summary>Adds the properties of an owned type to one of the models.</summary>
    protected void BuildOwned<TOwner, TPart>(OwnedNavigationBuilder<TOwner, TPart> owned, bool isJson, bool isAfter)
        where TOwner : class
        where TPart : class
    {
        var properties = Of(typeof(TPart), isAfter).ToList();
        foreach (var member in MappedProperty.Pool(typeof(TPart), isRoot: true).Where(m => !properties.Exists(p => p.Name == m.Name)))
            owned.Ignore(member.Name);
        foreach (var property in properties)
        {
            var column = owned.Property(property.Member.PropertyType, property.Name).IsRequired(property.IsRequired);
            if (property.OtherName is not null && isJson)
                column.HasJsonPropertyName(property.OtherName);
            else if (property.OtherName is not null)
                column.HasColumnName(property.OtherName);
        }
    }

    /// <summary>Gives the elements of a list a table of their own, with a key that every database numbers.</summary>
    protected static void BuildRows<TOwner, TElement>(OwnedNavigationBuilder<TOwner, TElement> list, string table)
        where TOwner : class
        where TElement : class
    {
        list.ToTable(table).Property<int>("Id");
        list.HasKey("Id");
    }

    /// <summary>The rows that one of the models brings.</summary>
    protected object[] SeedsOf(Type type, bool isAfter) => [.. Seeds.Where(s => s.GetType() == type).Select(s => Only(s, isAfter))];

    private object Only(object row, bool isAfter)
    {
        var copy = Activator.CreateInstance(row.GetType())!;
        foreach (var member in row.GetType().GetProperties())
        {
            if (Find(member) is not { } property || property.IsIn(isAfter))
                member.SetValue(copy, member.GetValue(row));
        }

        return copy;
    }

    private object? Value(object row, PropertyInfo member, object? value, Moment moment)
    {
        if (moment == Moment.Before || Find(member) is not { IsAfter: false })
            return value;

        // What went and came back has what the model says of its own rows, and of others nothing.
        return moment == Moment.Again && Seeds.FirstOrDefault(s => member.DeclaringType!.IsInstanceOfType(s) && Id(s) == Id(row)) is { } seed ? member.GetValue(seed) : null;
    }

    private MappedProperty? Find(PropertyInfo member) => Properties.FirstOrDefault(p => p.Name == member.Name && p.Member.DeclaringType == member.DeclaringType);

    private static int Id(object row) => (int)(row.GetType().GetProperty("Id") ?? row.GetType().GetProperty("HolderId"))!.GetValue(row)!;
}
