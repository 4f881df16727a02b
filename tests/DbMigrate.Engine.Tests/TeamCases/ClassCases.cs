using System;
using System.Collections.Generic;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.TeamCases;

/// <summary>Classes that get another name or a derived class. EF drops and creates the tables of the first, and fills the discriminator of the others with nothing.</summary>
internal static class ClassCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("a class gets another name, with the reference to it", Ordered("Clients", "Name", "Mail"), Ordered("Customers", "Name", "Mail"),
            "DropForeignKey FK_Orders_Clients_ClientsId", "DropPrimaryKey PK_Clients", "RenameTable Clients Customers", "RenameColumn Orders.ClientsId CustomersId",
            "RenameIndex IX_Orders_ClientsId IX_Orders_CustomersId", "AddPrimaryKey PK_Customers", "AddForeignKey FK_Orders_Customers_CustomersId")
        {
            Decisions = Rename(("Clients", "Customers"), ("Orders.ClientsId", "CustomersId")),
            Asks = "-Rename @{ 'Clients' = 'Customers' }",
        },
        new("another class takes the place of one", Ordered("Invoices", "Number", "Note"), Ordered("Shipments", "Carrier", "Box"),
            "DropForeignKey FK_Orders_Invoices_InvoicesId", "DropIndex IX_Orders_InvoicesId", "DropColumn Orders.InvoicesId", "DropTable Invoices",
            "AddColumn Orders.ShipmentsId", "CreateTable Shipments", "CreateIndex IX_Orders_ShipmentsId", "AddForeignKey FK_Orders_Shipments_ShipmentsId"),
        new("a table that joins two others gets another name", Joined("AB"), Joined("Pairs"),
            "DropForeignKey FK_AB_A_AId", "DropForeignKey FK_AB_B_BId", "DropPrimaryKey PK_AB", "RenameTable AB Pairs", "RenameIndex IX_AB_BId IX_Pairs_BId",
            "AddPrimaryKey PK_Pairs", "AddForeignKey FK_Pairs_A_AId", "AddForeignKey FK_Pairs_B_BId")
        {
            Decisions = Rename(("AB", "Pairs")),
            Asks = "-Rename @{ 'AB' = 'Pairs' }",
        },
        new("a class gets one derived from it", m => m.Entity<Animal>().ToTable("T"), Hierarchy, "AddColumn T.Discriminator fill Animal", "AddColumn T.Bark", "AlterTable T")
        {
            Then = [new("SELECT DISTINCT \"Discriminator\" FROM \"T\"", "Animal")],
        },
        new("a class gets a base class", m => m.Entity<Dog>().ToTable("T"), Hierarchy, "AddColumn T.Discriminator fill Dog", "AlterTable T")
        {
            Then = [new("SELECT DISTINCT \"Discriminator\" FROM \"T\"", "Dog")],
        },
    ];

    private static void Hierarchy(ModelBuilder model)
    {
        model.Entity<Animal>().ToTable("T");
        model.Entity<Dog>();
    }

    private static Action<ModelBuilder> Ordered(string table, params string[] columns) => Db(
        T(table, e =>
        {
            foreach (var column in columns)
                e.Text(column).IsRequired();
        }),
        T("Orders", e =>
        {
            e.Number(table + "Id");
            e.Refers(table + "Id", table);
        }));

    private static Action<ModelBuilder> Joined(string table) => Db(T("A"), T("B"), Bare(table, e =>
    {
        e.Int("AId");
        e.Int("BId");
        e.HasKey("AId", "BId");
        e.Refers("AId", "A");
        e.Refers("BId", "B");
    }));

    private class Animal
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Dog : Animal
    {
        public string? Bark { get; set; }
    }
}
