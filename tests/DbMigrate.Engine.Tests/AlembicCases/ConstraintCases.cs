using System;
using System.Collections.Generic;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Cases C61 to C63: indexes, unique constraints, foreign keys, checks.</summary>
internal static class ConstraintCases
{
    private const string ByName = "Names are part of the model here; Alembic finds these by their content alone.";
    private const string ByText = "Alembic compares names of checks, not what they say.";

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("C61 an index becomes a unique constraint", With(e => e.HasIndex(["A"], "X")), With(e => e.HasAlternateKey("A").HasName("X")), "DropIndex X", "AddUnique X"),
        new("C61 an index becomes unique", With(e => e.HasIndex(["A"], "X")), With(e => e.HasIndex(["A"], "X").IsUnique()), "DropIndex X", "CreateIndex X"),
        new("C61 a unique constraint over more columns", With(e => e.HasAlternateKey("A").HasName("X")), With(e => e.HasAlternateKey("A", "B").HasName("X")), "DropUnique X", "AddUnique X"),
        new("C61 a unique constraint by another name", With(e => e.HasAlternateKey("A").HasName("X")), With(e => e.HasAlternateKey("A").HasName("x")), "DropUnique X", "AddUnique x"),
        new("C61 columns in another order", With(e => e.HasIndex(["A", "B"], "X")), With(e => e.HasIndex(["B", "A"], "X")), "DropIndex X", "CreateIndex X"),
        new("C61 descending", With(e => e.HasIndex(["A"], "X")), With(e => e.HasIndex(["A"], "X").IsDescending()), "DropIndex X", "CreateIndex X"),
        new("C61 NULL first", With(e => e.HasIndex(["A"], "X")), With(e => e.HasIndex(["A"], "X").HasNullSortOrder(NullSortOrder.NullsFirst)), "DropIndex X", "CreateIndex X") { On = Databases.Postgres },
        new("C61 ascending is nothing", With(e => e.HasIndex(["A"], "X")), With(e => e.HasIndex(["A"], "X").IsDescending(false))),
        new("C61 a new table with unique constraint and index", Db(), With(e => { e.HasAlternateKey("A"); e.HasIndex("B").IsUnique(); }), "CreateTable T", "CreateIndex IX_T_B"),
        new("C61 a table goes with its indexes", With(e => { e.HasAlternateKey("A"); e.HasIndex("B").IsUnique(); }), Db(), "DropTable T") { Deviation = "Alembic drops the indexes one by one before it." },
        new("C62 remove", Refers(k => { }), Db(T("P"), T(e => { e.Number("PId"); e.HasIndex("PId"); })), "DropForeignKey FK_T_P_PId"),
        new("C62 add", Db(T("P"), T(e => { e.Number("PId"); e.HasIndex("PId"); })), Refers(k => { }), "AddForeignKey FK_T_P_PId"),
        new("C62 add a composite one", Pair(false), Pair(true), "AddForeignKey FK_T_P_X_Y"),
        new("C62 only the name", Refers(k => { }), Refers(k => k.HasConstraintName("FK")), "DropForeignKey FK_T_P_PId", "AddForeignKey FK") { Deviation = ByName },
        new("C62 a row that goes takes others along", Refers(k => k.OnDelete(DeleteBehavior.NoAction)), Refers(k => k.OnDelete(DeleteBehavior.Cascade)), "DropForeignKey FK_T_P_PId", "AddForeignKey FK_T_P_PId"),
        new("C62 restrict is no action but by name", Refers(k => k.OnDelete(DeleteBehavior.NoAction)), Refers(k => k.OnDelete(DeleteBehavior.Restrict)), "DropForeignKey FK_T_P_PId", "AddForeignKey FK_T_P_PId"),
        new("C62 no action is nothing", Refers(k => k.OnDelete(DeleteBehavior.NoAction)), Refers(k => k.OnDelete(DeleteBehavior.ClientNoAction))),
        new("C63 add one of several", Checked("A"), Checked("A", "B"), "AddCheck CK_B"),
        new("C63 remove several", Checked("A", "B"), Checked(), "DropCheck CK_A", "DropCheck CK_B"),
        new("C63 other text under the same name", Checked("A"), With(e => e.Check("CK_A", "\"A\" > -1")), "DropCheck CK_A", "AddCheck CK_A") { Deviation = ByText },
        new("C63 a new table brings its checks", Db(), Checked("A", "B"), "CreateTable T"),
        new("C63 a table goes with its checks", Checked("A", "B"), Db(), "DropTable T"),
        new("C63 an enum has none", With(_ => { }), With(e => e.Property<DayOfWeek?>("D").HasConversion<string>()), "AddColumn T.D"),
    ];

    private static Action<ModelBuilder> With(Action<EntityTypeBuilder> more) => Db(T(e =>
    {
        e.Int("A");
        e.Int("B");
        more(e);
    }));

    private static Action<ModelBuilder> Checked(params string[] columns) => With(e =>
    {
        foreach (var column in columns)
            e.Check("CK_" + column, $"\"{column}\" > 0");
    });

    private static Action<ModelBuilder> Refers(Action<ReferenceCollectionBuilder> key) => Db(T("P"), T(e =>
    {
        e.Number("PId");
        key(e.Refers("PId", "P"));
    }));

    private static Action<ModelBuilder> Pair(bool refers) => Db(
        Bare("P", e => { e.Int("A"); e.Int("B"); e.HasKey("A", "B"); }),
        T(e =>
        {
            e.Int("X");
            e.Int("Y");
            e.HasIndex("X", "Y");
            if (refers)
                e.HasOne("P", null).WithMany().HasForeignKey("X", "Y");
        }));
}
