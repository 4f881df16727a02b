using System;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

/// <summary>Replays what a revision script would write.</summary>
public abstract class ReplayTest
{
    private protected static readonly ProviderTraits Sqlite = ModelContext.Traits();

    private protected static readonly ProviderTraits Server = Sqlite with { HasSchemas = true, HasSequences = true, HasDatabaseCollation = true };

    /// <summary>Customers (Id, Name, Note) with everything that can be on a table, and orders that refer to it.</summary>
    private protected static readonly SchemaState Shop = Replay(SchemaState.Empty, b =>
    {
        b.CreateTable(
            "Customers",
            t => new
            {
                Id = t.Column<int>("INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                Name = t.Column<string>("TEXT", nullable: false, defaultValue: "?"),
                Note = t.Column<string>("TEXT", nullable: true),
                Upper = t.Column<string>("TEXT", nullable: true, computedColumnSql: "upper(Name)", stored: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Customers", x => x.Id);
                t.UniqueConstraint("AK_Customers_Name", x => x.Name);
                t.CheckConstraint("CK_Name", "length(Name) > 0");
            });
        b.CreateTable(
            "Orders",
            t => new { Id = t.Column<int>("INTEGER", nullable: false), CustomerId = t.Column<int>("INTEGER", nullable: false) },
            constraints: t =>
            {
                t.PrimaryKey("PK_Orders", x => x.Id);
                t.ForeignKey("FK_Orders_Customers", x => x.CustomerId, "Customers", "Id", onDelete: ReferentialAction.Cascade);
            });
        b.CreateIndex("IX_Customers_Name", "Customers", ["Name", "Note"], unique: true, filter: "Name IS NOT NULL", descending: [true, false]);
        b.InsertData("Customers", ["Id", "Name", "Note"], new object?[,] { { 1, "Ann", null }, { 2, "?", "x" } });
    });

    private protected static SchemaState Replay(SchemaState state, Action<MigrationBuilder> script, ProviderTraits? traits = null)
    {
        var builder = new MigrationBuilder("Microsoft.EntityFrameworkCore.Sqlite");
        script(builder);
        return new Replayer(traits ?? Sqlite).Apply(state, builder.Operations);
    }

    private protected static Table Customers(Action<MigrationBuilder> script) => Replay(Shop, script).Tables["Customers"];

    private protected static void Conflicts(Action<MigrationBuilder> script, params string[] names)
    {
        var error = Assert.Throws<DbMigrateException>(() => Replay(Shop, script));
        Assert.Equal(ErrorCatalogue.ReplayConflict, error.Kind);
        Assert.All(names, n => Assert.Contains(n, error.Message, StringComparison.Ordinal));
    }
}
