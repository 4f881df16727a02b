using System;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Generators.Mapping;
using DbMigrate.Engine.Tests.Inheritance;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>The rows of drawn models in a real database, as an application with the one model and with the other writes and sees them.</summary>
internal sealed class MappedRows(ConvertedPair pair, Action<DbContextOptionsBuilder> connect) : IDisposable
{
    private readonly ConversionContext _before = new(pair.Mapped.Model(isAfter: false), connect);
    private readonly ConversionContext _after = new(pair.Mapped.Model(isAfter: true), connect);

    /// <summary>The pair with the schemas that the models ask for.</summary>
    public SchemaPair Whole(ProviderTraits traits)
        => pair.Mapped.Parts.Count == 0 ? pair.Plain : pair.Whole(DesiredSchema.Read(_before, traits), DesiredSchema.Read(_after, traits));

    public void Fill()
    {
        foreach (var part in pair.Mapped.Parts)
            part.Fill(_before);
    }

    /// <summary>Every row is there, with each value that has a place.</summary>
    public void AssertAre(Moment moment)
    {
        foreach (var part in pair.Mapped.Parts)
            Assert.Equal(part.Expected(moment), part.Seen(moment == Moment.After ? _after : _before));
    }

    /// <summary>What is lost is named, and nothing else is.</summary>
    public void AssertSaid(DiffResult there)
    {
        foreach (var part in pair.Mapped.Parts)
        {
            var said = there.Losses.Where(l => part.Tables.Any(t => l.Contains(t, StringComparison.Ordinal)) && !IsOfRows(l)).ToList();
            var (gone, come) = (part.Properties.Where(p => p is { IsBefore: true, IsAfter: false }).ToList(), part.Properties.Where(p => !p.IsBefore));
            Assert.All(gone, p => Assert.Contains(said, l => l.Contains(p.Name, StringComparison.Ordinal)));
            Assert.All(said, l => Assert.Contains(gone.Concat(come), p => l.Contains(p.Name, StringComparison.Ordinal)));
        }
    }

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    // Rows that the model could not have written, in tables that go.
    private static bool IsOfRows(string loss)
        => loss.StartsWith("drops the rows of ", StringComparison.Ordinal) || loss.EndsWith(" that have no value but their key", StringComparison.Ordinal);
}
