using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What one database calls otherwise than another.</summary>
/// <param name="Collation">A collation.</param>
/// <param name="OtherCollation">Another collation.</param>
/// <param name="TextType">A type of text with a length.</param>
internal sealed record Words(string Collation, string OtherCollation, string TextType)
{
    public static Words Sqlite { get; } = new("NOCASE", "RTRIM", "varchar(20)");

    public static Words Postgres { get; } = new("C", "POSIX", "varchar(20)");
}

/// <summary>Models that the cases begin with.</summary>
internal static class Start
{
    public static JudgeCase Case(string name, Action<ModelBuilder> before, Action<ModelBuilder> after) => new(name, before, after);

    public static void Nothing(ModelBuilder model) => ArgumentNullException.ThrowIfNull(model);

    /// <summary>A table with a number and a name.</summary>
    public static void Thing(ModelBuilder model, Action<EntityTypeBuilder>? more = null)
        => model.Entity("Thing", e =>
        {
            e.Property<int>("Id");
            e.Property<string>("Name");
            more?.Invoke(e);
        });

    /// <summary>A table that refers to things.</summary>
    public static void Child(ModelBuilder model, DeleteBehavior onDelete = DeleteBehavior.Cascade, Action<EntityTypeBuilder>? more = null)
        => model.Entity("Child", e =>
        {
            e.Property<int>("Id");
            e.Property<int?>("ThingId");
            e.HasOne("Thing", null).WithMany().HasForeignKey("ThingId").OnDelete(onDelete);
            more?.Invoke(e);
        });

    /// <summary>The same model with one change.</summary>
    public static JudgeCase Change(string name, Action<EntityTypeBuilder> before, Action<EntityTypeBuilder> after)
        => new(name, b => Thing(b, before), b => Thing(b, after));

    public static IEnumerable<JudgeCase> Common(Words words)
        => [.. TableCases.All, .. ColumnCases.All(words), .. KeyCases.All, .. IndexCases.All, .. MappingCases.All, .. SeedCases.All];
}
