using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Tests.Inheritance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Where the values of an owned type are.</summary>
internal enum Placement
{
    /// <summary>In columns of the owner's table.</summary>
    Columns,

    /// <summary>In a table of their own.</summary>
    Table,

    /// <summary>In JSON in one column of the owner's table.</summary>
    Json,
}

/// <summary>An owned type that changes its place.</summary>
internal sealed class OwnerPart(Placement before, Placement after, bool isRequired) : MappedPart
{
    /// <summary>Whether it has an object within.</summary>
    public bool HasInner { get; init; }

    /// <summary>Whether it has a list within.</summary>
    public bool HasList { get; init; }

    /// <inheritdoc />
    public override string Change => $"owned type in {Name(before)} to {Name(after)}";

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Holders", "Places"];

    /// <inheritdoc />
    public override IEnumerable<string> Features => base.Features.Append(isRequired ? "required owned type" : "owned type that may be missing")
        .Concat(isRequired && Rows.Cast<Holder>().Any(h => !RowText.Of(h.Place!).Contains('=', StringComparison.Ordinal)) ? ["required owned object without a value"] : [])
        .Concat(after == Placement.Json && Properties.Any(p => !p.IsBefore) ? ["property that JSON gets"] : [])
        .Concat(before == Placement.Json && Properties.Any(p => !p.IsAfter) ? ["property that JSON alone had"] : [])
        .Concat(HasInner ? ["object in an owned type"] : [])
        .Concat((before == Placement.Json || after == Placement.Json) && Rows.Cast<Holder>().Any(h => h.Place?.Spots.Count > 0) ? ["list in an owned type"] : []);

    /// <inheritdoc />
    protected override bool IsPartRequired => isRequired;

    // Nothing but the model says that each owner has a row in the other table.
    /// <inheritdoc />
    public override IEnumerable<FillDecision> Fills => isRequired && (before, after) is (Placement.Table, Placement.Columns)
        ? Of(typeof(Place), isAfter: true).Where(p => p.IsRequired).Select(p => new FillDecision(new ColumnName("Holders", p.OtherName ?? "Place_" + p.Name).ToString(), DrawnValues.Any(p.Member), null))
        : [];

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var holder = model.Entity<Holder>().ToTable("Holders");
        holder.OwnsOne(h => h.Place, place => Build(place, isAfter ? after : before, isAfter));
        holder.Navigation(h => h.Place).IsRequired(isRequired);
        if (SeedsOf(typeof(Holder), isAfter) is { Length: > 0 } seeds)
            holder.HasData(seeds.Cast<Holder>().Select(h => new { h.Id, h.Title }));
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context)
    {
        context.ChangeTracker.Clear();
        foreach (var holder in context.Set<Holder>().ToList())
        {
            if (holder.Place is { } place)
                place.Spots = [.. context.InOrder(place.Spots)];
            yield return holder;
        }
    }

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    seeds {string.Join("\n      ", Seeds.Select(r => RowText.Of(r)))}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";

    private void Build(OwnedNavigationBuilder<Holder, Place> place, Placement placement, bool isAfter)
    {
        place.WithOwner().HasForeignKey(p => p.HolderId);
        if (placement == Placement.Table)
            place.ToTable("Places");
        if (placement == Placement.Json)
            place.ToJson();
        if (HasInner)
            place.OwnsOne(p => p.Corner);
        else
            place.Ignore(p => p.Corner);
        if (!HasList)
            place.Ignore(p => p.Spots);
        else if (placement == Placement.Json)
            place.OwnsMany(p => p.Spots);
        else
            place.OwnsMany(p => p.Spots, s => BuildRows(s, "Places_Spots"));
        BuildOwned(place, placement == Placement.Json, isAfter);
        if (placement != Placement.Json && SeedsOf(typeof(Place), isAfter) is { Length: > 0 } seeds)
            place.HasData(seeds);
    }

    private static string Name(Placement placement) => placement switch { Placement.Columns => "columns", Placement.Table => "a table", _ => "JSON" };
}
