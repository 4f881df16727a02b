using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EngineBenchmarks;

/// <summary>The model as it is, with one more column, and with one more column in each table.</summary>
internal sealed class ModelSet(Type type, string connection, bool isPostgres) : IDisposable
{
    /// <summary>The model as it is.</summary>
    public DbContext Now { get; private set; } = New(type, connection, isPostgres, 0);

    /// <summary>With one column more.</summary>
    public DbContext One { get; } = New(type, connection, isPostgres, 1);

    /// <summary>With a column more in each table.</summary>
    public DbContext Every { get; } = New(type, connection, isPostgres, int.MaxValue);

    public static IRelationalModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    /// <summary>Has EF Core build the model as it is once more.</summary>
    public void Rebuild()
    {
        Now.Dispose();
        Now = New(type, connection, isPostgres, 0);
        _ = Model(Now);
    }

    public void Dispose()
    {
        Now.Dispose();
        One.Dispose();
        Every.Dispose();
    }

    private static DbContext New(Type type, string connection, bool isPostgres, int changes) => (DbContext)Activator.CreateInstance(type, connection, isPostgres, changes)!;
}
