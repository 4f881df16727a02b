using System;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Model;

/// <summary>A context with a provider and a connection but without entities.</summary>
internal sealed class BareContext : DbContext
{
    private readonly DbContext? _origin;

    private BareContext(DbContextOptions options, DbContext? origin)
        : base(options)
    {
        _origin = origin;
    }

    /// <summary>Makes one.</summary>
    /// <param name="configure">Sets provider and connection.</param>
    public static BareContext Create(Action<DbContextOptionsBuilder> configure) => Create(configure, null);

    /// <summary>Makes one with the provider, connection and replaced services of another context, which is not initialized for it; null where its options cannot be had.</summary>
    /// <param name="context">A context that has not been used; it is disposed with the new one.</param>
    public static BareContext? TryCreateLike(DbContext context)
    {
        // EF gives out the options of a context only after it has built the model.
        var given = typeof(DbContext).GetField("_options", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(context) as DbContextOptions;
        var onConfiguring = typeof(DbContext).GetMethod("OnConfiguring", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(DbContextOptionsBuilder)]);
        if (given is null || onConfiguring is null)
            return null;
        var options = new DbContextOptionsBuilder(given);
        onConfiguring.Invoke(context, BindingFlags.DoNotWrapExceptions, null, [options], null);
        return Create(
            builder =>
            {
                foreach (var extension in options.Options.Extensions)
                    ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(extension);
            },
            context);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();

        // It may own the connection that both use.
        _origin?.Dispose();
    }

    private static BareContext Create(Action<DbContextOptionsBuilder> configure, DbContext? origin)
    {
        var builder = new DbContextOptionsBuilder<BareContext>();
        configure(builder);
        builder.UseModel(new ModelBuilder().FinalizeModel());
        return new BareContext(builder.Options, origin);
    }
}
