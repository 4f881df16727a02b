using System;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Model;

public sealed class ProviderContextTests
{
    [Fact]
    public void A_provider_and_a_connection_string_make_a_context_that_connects()
    {
        using var context = ProviderContext.Create(typeof(SqliteDbContextOptionsBuilderExtensions).Assembly, "Data Source=:memory:");

        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite", context.Database.ProviderName);
        Assert.Equal(1, context.Database.ExecuteSqlRaw("CREATE TABLE t (a); INSERT INTO t VALUES (1)"));
    }

    [Fact]
    public void An_assembly_that_is_no_provider_is_named()
    {
        var error = Assert.Throws<DbMigrateException>(() => ProviderContext.Create(typeof(ProviderContextTests).Assembly, ""));

        Assert.Equal(ErrorCatalogue.ProviderNotSupported, error.Kind);
        Assert.Contains("DbMigrate.Engine.Tests", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_are_those_of_EF_Core_and_of_the_provider()
    {
        using var context = ProviderContext.Create(typeof(SqliteDbContextOptionsBuilderExtensions).Assembly, "Data Source=:memory:");
        var versions = EfVersions.Read(context);

        Assert.Equal("10.0.15", versions.EfCore);
        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite 10.0.15", versions.Provider);
    }
}
