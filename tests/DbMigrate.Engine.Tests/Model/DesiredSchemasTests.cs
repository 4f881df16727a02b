using System.Linq;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Model;

/// <summary>What a model asks for is found out once, and again where anything could be different.</summary>
public sealed class DesiredSchemasTests
{
    private readonly DesiredSchemas _schemas = new();

    [Fact]
    public void A_model_that_EF_keeps_is_read_once()
    {
        using KeptContext first = new(), second = new();

        Assert.Same(_schemas.Read(first, ModelContext.Traits(first)), _schemas.Read(second, ModelContext.Traits(second)));
    }

    [Fact]
    public void A_model_that_EF_builds_anew_is_read_anew()
    {
        using ModelContext one = new(m => m.Entity("T", e => e.Property<int>("Id"))), other = new(m => m.Entity("U", e => e.Property<int>("Id")));

        Assert.Equal("T", Assert.Single(_schemas.Read(one, ModelContext.Traits(one)).Tables.Keys).Name);
        Assert.Equal("U", Assert.Single(_schemas.Read(other, ModelContext.Traits(other)).Tables.Keys).Name);
    }

    [Fact]
    public void Another_search_path_gives_other_names()
    {
        using KeptContext first = new(), second = new(), third = new();
        ProviderTraits With(DbContext context, string schema) => ModelContext.Traits(context) with { HasSchemas = true, DefaultSchema = schema };

        Assert.Null(_schemas.Read(first, With(first, "shop")).Tables.Keys.Single().Schema);
        Assert.Equal("shop", _schemas.Read(second, With(second, "public")).Tables.Keys.Single().Schema);
        Assert.Null(_schemas.Read(third, With(third, "shop")).Tables.Keys.Single().Schema);
    }

    private sealed class KeptContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity("T", e =>
        {
            e.Property<int>("Id");
            e.ToTable("T", "shop");
        });
    }
}
