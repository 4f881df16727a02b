using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>The target's own generator of SQL, called with what it needs to be right.</summary>
internal sealed class ProviderGenerator(DbContext context)
{
    private readonly ProviderValues _values = new(context);
    private readonly Lazy<IModel> _model = new(() => EmptyModel(context));

    /// <summary>The statements of an operation. Its annotations get the provider's own types, as they have in a model's operations.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="purpose">What it is for.</param>
    /// <exception cref="DbMigrateException"><c>NotSupportedByProvider</c>.</exception>
    public IReadOnlyList<SqlStatement> Generate(MigrationOperation operation, string purpose)
    {
        _values.Restore(operation);
        try
        {
            return
            [
                .. context.GetService<IMigrationsSqlGenerator>().Generate([operation], _model.Value)
                    .Select(c => new SqlStatement(c.CommandText.Trim().TrimEnd(';'), purpose) { SuppressTransaction = c.TransactionSuppressed })
                    .Where(s => s.Text.Length > 0),
            ];
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or InvalidCastException)
        {
            throw ErrorCatalogue.NotSupportedByProvider.Error($"{purpose}: {e.Message}", purpose, inner: e);
        }
    }

    // Without a model the generator works as its first versions did: no old column is looked at.
    private static IModel EmptyModel(DbContext context)
    {
        var builder = new ModelBuilder();
        builder.HasAnnotation("ProductVersion", ProductInfo.GetVersion());
        return context.GetService<IModelRuntimeInitializer>().Initialize(builder.FinalizeModel(), designTime: true, validationLogger: null);
    }
}
