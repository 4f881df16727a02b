using System;
using System.Linq;
using System.Reflection;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xunit;

namespace DbMigrate.Engine.Tests.Model;

public class ContextFinderTests
{
    [Fact]
    public void The_only_context_needs_no_name()
        => Assert.Equal("Shop.ShopContext", Finder(("Shop.ShopContext", typeof(DbContext))).Select("").FullName);

    [Theory]
    [InlineData("OrdersContext")]
    [InlineData("orderscontext")]
    [InlineData("Shop.OrdersContext")]
    public void A_context_is_found_by_name_and_full_name_whatever_the_case(string name)
        => Assert.Equal("Shop.OrdersContext", Finder(("Shop.OrdersContext", typeof(DbContext)), ("Shop.ShopContext", typeof(DbContext))).Select(name).FullName);

    [Fact]
    public void Names_that_differ_in_case_only_are_told_apart()
        => Assert.Equal("shopcontext", Finder(("ShopContext", typeof(DbContext)), ("shopcontext", typeof(DbContext))).Select("shopcontext").FullName);

    [Fact]
    public void Several_contexts_without_a_name_are_ambiguous_and_listed()
    {
        var error = Assert.Throws<DbMigrateException>(() => Finder(("A.ShopContext", typeof(DbContext)), ("B.ShopContext", typeof(DbContext))).Select(""));

        Assert.Equal(ErrorCatalogue.ContextAmbiguous, error.Kind);
        Assert.Contains("A.ShopContext, B.ShopContext", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Context A.ShopContext", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_nothing_has_lists_what_there_is()
    {
        var error = Assert.Throws<DbMigrateException>(() => Finder(("Shop.ShopContext", typeof(DbContext))).Select("Nothing"));

        Assert.Equal(ErrorCatalogue.ContextNotFound, error.Kind);
        Assert.Contains("Shop.ShopContext", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_without_contexts_says_so()
        => Assert.Equal(ErrorCatalogue.ContextNotFound, Assert.Throws<DbMigrateException>(() => Finder(("Shop.Customer", typeof(object))).Select("")).Kind);

    [Fact]
    public void Contexts_of_a_library_are_found_from_the_application_that_refers_to_it()
    {
        var library = EmittedAssembly.Create("Shop.Data", ("Shop.Data.ShopContext", typeof(DbContext)), ("Shop.Data.Page", typeof(object)));
        var application = EmittedAssembly.Create("Shop.Web", ("Shop.Web.HomePage", library.GetType("Shop.Data.Page")!));
        var finder = new ContextFinder(application, name => name.Name == "Shop.Data" ? library : null, () => []);

        Assert.Equal("Shop.Data.ShopContext", finder.Select("").FullName);
        Assert.Empty(new ContextFinder(application, _ => null, () => []).Find());
    }

    [Fact]
    public void A_factory_belongs_to_its_context_and_abstract_and_generic_contexts_are_left_out()
    {
        var found = new ContextFinder(Assembly.GetExecutingAssembly(), _ => null, () => []).Find().Where(c => c.Type.DeclaringType == typeof(ContextFinderTests)).ToList();

        Assert.Equal([typeof(MadeContext)], found.Select(c => c.Type));
        Assert.Equal(typeof(MadeContextFactory), found[0].Factory);
    }

    [Fact]
    public void The_app_is_asked_for_registered_contexts_only_where_the_target_has_none_that_fits()
    {
        var target = EmittedAssembly.Create("Shop", ("Shop.ShopContext", typeof(DbContext)));
        var finder = new ContextFinder(target, _ => null, () => [typeof(MadeContext), typeof(GenericContext<int>), typeof(AbstractContext)]);
        var unasked = new ContextFinder(target, _ => null, () => throw new InvalidOperationException("Nobody asks."));
        var empty = new ContextFinder(EmittedAssembly.Create("Web", ("Web.Page", typeof(object))), _ => null, () => [typeof(MadeContext)]);

        Assert.Equal("Shop.ShopContext", unasked.Select("").FullName);
        Assert.Equal("Shop.ShopContext", unasked.Select("shopcontext").FullName);
        Assert.Equal(typeof(MadeContext), finder.Select("MadeContext").Type);
        Assert.Equal(typeof(GenericContext<int>), finder.Select("GenericContext`1").Type);
        Assert.Equal(typeof(MadeContext), empty.Select("").Type);
        Assert.Equal(["Shop.ShopContext", typeof(GenericContext<int>).FullName, typeof(MadeContext).FullName], finder.FindAll().Select(c => c.FullName));
    }

    private static ContextFinder Finder(params (string Type, Type Base)[] types) => new(EmittedAssembly.Create("Shop", types), _ => null, () => []);

    private abstract class AbstractContext : DbContext;

    private class GenericContext<T> : DbContext
    {
        public T? Value { get; set; }
    }

    private sealed class MadeContext : AbstractContext;

    private sealed class MadeContextFactory : IDesignTimeDbContextFactory<MadeContext>
    {
        public MadeContext CreateDbContext(string[] args) => new();
    }
}
