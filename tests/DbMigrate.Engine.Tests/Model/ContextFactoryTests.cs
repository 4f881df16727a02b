using System;
using System.Collections.Generic;
using System.Data;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Model.Hosting;
using DbMigrate.Revisions.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xunit;

namespace DbMigrate.Engine.Tests.Model;

public sealed class ContextFactoryTests
{
    // A target that is no app with a host.
    private readonly ContextFactory _factory = new(new AppServices(new AppHost(typeof(ContextFactoryTests).Assembly, _ => null, [], TimeSpan.Zero), Assert.Fail, default), _ => { });

    [Fact]
    public void A_constructor_without_parameters_serves_and_the_connection_can_be_replaced()
    {
        using var context = _factory.Create(new(typeof(PlainContext), null), "");
        using var other = _factory.Create(new(typeof(PlainContext), null), "Data Source=other.db");

        Assert.Equal("Data Source=plain.db", context.Database.GetConnectionString());
        Assert.Equal("Data Source=other.db", other.Database.GetConnectionString());
    }

    [Fact]
    public void A_factory_goes_first()
    {
        using var context = _factory.Create(new(typeof(NeedyContext), typeof(NeedyContextFactory)), "");

        Assert.Equal("Data Source=made.db", context.Database.GetConnectionString());
    }

    [Fact]
    public void Code_that_asks_is_told_that_it_is_design_time()
    {
        using var context = _factory.Create(new(typeof(PlainContext), null), "");

        Assert.True(EF.IsDesignTime);
    }

    [Fact]
    public void Without_a_model_the_database_and_its_provider_are_the_same()
    {
        using var context = _factory.CreateWithoutModel(new(typeof(ModelThatThrows), null), "");
        using var other = _factory.CreateWithoutModel(new(typeof(NeedyContext), typeof(NeedyContextFactory)), "Data Source=other.db");

        Assert.Equal("Data Source=throws.db", context.Database.GetConnectionString());
        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite", context.Database.ProviderName);
        Assert.Equal("Data Source=other.db", other.Database.GetConnectionString());
        Assert.Equal("'x'", ModelContext.Traits(other).Literal("x", "TEXT"));
    }

    [Fact]
    public void A_connection_that_a_context_owns_lives_as_long_as_the_context_made_from_it()
    {
        var context = _factory.CreateWithoutModel(new(typeof(OwnsConnection), null), "");
        var connection = context.Database.GetDbConnection();
        var states = new List<ConnectionState>();
        connection.StateChange += (_, e) => states.Add(e.CurrentState);

        Assert.Equal(ConnectionState.Open, connection.State);
        context.Dispose();
        Assert.Equal([ConnectionState.Closed], states);
    }

    [Theory]
    [InlineData(typeof(ConstructorThatThrows), "FormatException: No such shop.", "IDesignTimeDbContextFactory<ConstructorThatThrows>")]
    [InlineData(typeof(ModelThatThrows), "FormatException: No such model.", "Correct the model in ModelThatThrows")]
    [InlineData(typeof(NeedyContext), "no public constructor without parameters", "IDesignTimeDbContextFactory<NeedyContext>")]
    [InlineData(typeof(WithoutProvider), "No database provider has been configured", "IDesignTimeDbContextFactory<WithoutProvider>")]
    [InlineData(typeof(StaticThatThrows), "FormatException: No such setting.", "IDesignTimeDbContextFactory<StaticThatThrows>")]
    public void A_context_that_cannot_be_created_says_why_and_what_to_do(Type type, string reason, string step)
    {
        var error = Assert.Throws<DbMigrateException>(() => _factory.Create(new(type, null), ""));

        Assert.Equal(ErrorCatalogue.ContextNotCreated, error.Kind);
        Assert.Contains(type.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
        Assert.Contains(step, error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factory_that_fails_says_why()
    {
        var error = Assert.Throws<DbMigrateException>(() => _factory.Create(new(typeof(NeedyContext), typeof(FactoryThatThrows)), ""));

        Assert.Contains("FormatException: No such factory.", error.Message, StringComparison.Ordinal);
    }

    private sealed class PlainContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=plain.db");
    }

    private sealed class OwnsConnection : DbContext
    {
        private readonly SqliteConnection _connection = new("Data Source=:memory:");

        public override void Dispose()
        {
            base.Dispose();
            _connection.Dispose();
        }

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            _connection.Open();
            optionsBuilder.UseSqlite(_connection);
        }
    }

    private sealed class NeedyContext(DbContextOptions<NeedyContext> options) : DbContext(options);

    private sealed class NeedyContextFactory : IDesignTimeDbContextFactory<NeedyContext>
    {
        public NeedyContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<NeedyContext>().UseSqlite("Data Source=made.db").Options);
    }

    private sealed class FactoryThatThrows : IDesignTimeDbContextFactory<NeedyContext>
    {
        public NeedyContext CreateDbContext(string[] args) => throw new FormatException("No such factory.");
    }

    private sealed class ConstructorThatThrows : DbContext
    {
        public ConstructorThatThrows() => throw new FormatException("No such shop.");
    }

    private sealed class StaticThatThrows : DbContext
    {
        static StaticThatThrows() => throw new FormatException("No such setting.");
    }

    private sealed class ModelThatThrows : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=throws.db");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => throw new FormatException("No such model.");
    }

    private sealed class WithoutProvider : DbContext;
}
