using System;
using System.Linq;
using DbMigrate.Engine.Diff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Writes models down in few words.</summary>
internal static class Models
{
    /// <summary>A model of tables; all of them are known before the first is described.</summary>
    public static Action<ModelBuilder> Db(params TablePart[] tables) => model =>
    {
        foreach (var table in tables)
            model.Entity(table.Name, table.Start);
        foreach (var table in tables)
            model.Entity(table.Name, table.Build);
    };

    public static Action<ModelBuilder> And(this Action<ModelBuilder> model, Action<ModelBuilder> more) => model + more;

    /// <summary>The table T.</summary>
    public static TablePart T(Action<EntityTypeBuilder> build) => T("T", build);

    /// <summary>A table that numbers its rows.</summary>
    public static TablePart T(string name, Action<EntityTypeBuilder>? build = null) => new(name, e => e.Property<int>("Id"), build ?? (_ => { }));

    /// <summary>A table that says itself what its key is.</summary>
    public static TablePart Keyed(string name, string key, Action<EntityTypeBuilder>? build = null) => new(
        name,
        e =>
        {
            e.Property<int>(key).ValueGeneratedNever();
            e.HasKey(key);
        },
        build ?? (_ => { }));

    /// <summary>A table without a column that the others have.</summary>
    public static TablePart Bare(string name, Action<EntityTypeBuilder> build) => new(name, _ => { }, build);

    public static PropertyBuilder<string> Text(this EntityTypeBuilder entity, string name) => entity.Property<string>(name);

    public static PropertyBuilder<int> Int(this EntityTypeBuilder entity, string name) => entity.Property<int>(name);

    public static PropertyBuilder<int?> Number(this EntityTypeBuilder entity, string name) => entity.Property<int?>(name);

    /// <summary>A foreign key over a column; an index comes with it.</summary>
    public static ReferenceCollectionBuilder Refers(this EntityTypeBuilder entity, string column, string principal)
        => entity.HasOne(principal, null).WithMany().HasForeignKey(column);

    public static EntityTypeBuilder Check(this EntityTypeBuilder entity, string name, string sql) => entity.ToTable(t => t.HasCheckConstraint(name, sql));

    public static EntityTypeBuilder Says(this EntityTypeBuilder entity, string comment) => entity.ToTable(t => t.HasComment(comment));

    public static DiffDecisions Rename(params (string From, string? To)[] renames)
        => new() { Renames = [.. renames.Select(r => new RenameDecision(r.From, r.To))] };

    public static DiffDecisions Fill(params (string Column, object Value)[] fills)
        => new() { Fills = [.. fills.Select(f => new FillDecision(f.Column, f.Value, null))] };
}

/// <summary>A table of a model, described in two steps so that tables may refer to each other.</summary>
internal sealed record TablePart(string Name, Action<EntityTypeBuilder> Start, Action<EntityTypeBuilder> Build);
