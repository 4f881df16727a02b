using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Case C58: a little of everything at once.</summary>
internal static class BigCases
{
    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("C58 a little of everything", Before, After,
            "DropCheck ck_amount", "DropTable extra", "DropIndex pw_idx", "DropColumn user.pw",
            "AddColumn address.street", "AddUnique uq_email", "AlterColumn user.a1", "AlterColumn user.name fill nobody !", "AlterColumn order.amount", "AddColumn order.user_id",
            "CreateTable item -> order", "CreateIndex IX_order_user_id", "AddForeignKey FK_order_user_user_id", "AddCheck ck_amount", "CreateIndex IX_item_order_id")
        {
            Decisions = new DiffDecisions { Fills = [new("user.name", "nobody", null)] },
            Asks = "-Fill @{ 'user.name' = ",
            Deviation = "Alembic does not see that a check of the same name says something else, fails on NULL in what becomes required, and orders by table.",
        },
    ];

    public static void Before(ModelBuilder model)
    {
        Db(
            T("user", e => { e.Text("name").HasMaxLength(50); e.Text("a1"); e.Text("pw").HasMaxLength(50); e.HasIndex(["pw"], "pw_idx"); }),
            T("address", e => e.Text("email_address").IsRequired().HasMaxLength(100)),
            Bare("order", e =>
            {
                e.Int("order_id");
                e.HasKey("order_id");
                e.Property<decimal>("amount").HasPrecision(8, 2).HasDefaultValue(0m);
                e.Check("ck_amount", "amount >= 0");
            }),
            Bare("extra", e => { e.Text("x").HasMaxLength(1); e.Number("uid"); e.HasNoKey(); e.HasOne("user", null).WithMany().HasForeignKey("uid"); }))(model);
    }

    public static void After(ModelBuilder model)
    {
        Db(
            T("user", e => { e.Text("name").IsRequired().HasMaxLength(50); e.Text("a1").HasDefaultValue("x"); }),
            T("address", e => { e.Text("email_address").IsRequired().HasMaxLength(100); e.Text("street").HasMaxLength(50); e.HasAlternateKey("email_address").HasName("uq_email"); }),
            Bare("order", e =>
            {
                e.Int("order_id");
                e.HasKey("order_id");
                e.Property<decimal?>("amount").HasPrecision(10, 2).HasDefaultValue(0m);
                e.Number("user_id");
                e.Refers("user_id", "user");
                e.Check("ck_amount", "amount > -1");
            }),
            T("item", e => { e.Text("description").HasMaxLength(100); e.Number("order_id"); e.Refers("order_id", "order"); e.Check("ck_item", "\"Id\" > 0"); }))(model);
    }
}
