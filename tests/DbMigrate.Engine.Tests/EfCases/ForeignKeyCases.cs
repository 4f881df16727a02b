using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Cases 51 and 52: foreign keys.</summary>
internal static class ForeignKeyCases
{
    private const string Key = "FK_T_P_PId";

    private static readonly Action<ModelBuilder> None = With(_ => { });

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("51 add", None, With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.NoAction)), "CreateIndex IX_T_PId", "AddForeignKey " + Key),
        new("51 add with a name", None, With(e => e.Refers("PId", "P").HasConstraintName("To P")), "CreateIndex IX_T_PId", "AddForeignKey To P"),
        new("51 add, cascade", None, With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.Cascade)), "CreateIndex IX_T_PId", "AddForeignKey " + Key),
        new("51 add, restrict", None, With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.Restrict)), "CreateIndex IX_T_PId", "AddForeignKey " + Key),
        new("51 add, set null", None, With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.SetNull)), "CreateIndex IX_T_PId", "AddForeignKey " + Key),
        new("51 add where rows refer to nothing", None, With(e => e.Refers("PId", "P")), "CreateIndex IX_T_PId", "AddForeignKey " + Key)
        {
            Insert = ["INSERT INTO \"T\" (\"Id\", \"PId\") VALUES (1, 7)"],
            Fails = "oreign key",
        },
        new("51 drop", With(e => e.Refers("PId", "P")), None, "DropForeignKey " + Key, "DropIndex IX_T_PId"),
        new("51 another action", With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.Cascade)), With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.Restrict)), "DropForeignKey " + Key, "AddForeignKey " + Key),
        new("51 what the client does is no action", With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.ClientSetNull)), With(e => e.Refers("PId", "P").OnDelete(DeleteBehavior.NoAction))),
        new("51 another principal", With(e => e.Refers("PId", "P")), With(e => e.Refers("PId", "Q")), "DropForeignKey " + Key, "AddForeignKey FK_T_Q_PId"),
        new("51 another column", With(e => e.Refers("PId", "P")), With(e => e.Refers("QId", "P")), "DropForeignKey " + Key, "DropIndex IX_T_PId", "CreateIndex IX_T_QId", "AddForeignKey FK_T_P_QId"),
        new("52 a column that refers to a table of others",
            Db(Others, T(_ => { })), Db(Others, T(e => { e.Number("OthersId"); e.Refers("OthersId", "Others"); })),
            "AddColumn T.OthersId", "CreateIndex IX_T_OthersId", "AddForeignKey FK_T_Others_OthersId")
        {
            Others = ["Others"],
            Insert = ["CREATE TABLE \"Others\" (\"Id\" integer NOT NULL PRIMARY KEY)", "INSERT INTO \"Others\" VALUES (1)", "INSERT INTO \"T\" (\"Id\") VALUES (1)"],
        },
        new("52 a table of others comes and goes in the model alone", Db(T(_ => { })), Db(Others, T(_ => { }))),
    ];

    private static TablePart Others => T("Others", e => e.ToTable("Others", t => t.ExcludeFromMigrations()));

    private static Action<ModelBuilder> With(Action<EntityTypeBuilder> key) => Db(T("P"), T("Q"), T(e =>
    {
        e.Number("PId");
        e.Number("QId");
        key(e);
    }));
}
