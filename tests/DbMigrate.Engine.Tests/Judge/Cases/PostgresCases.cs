using System.Collections.Generic;
using DbMigrate.Engine.Tests.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What PostgreSQL alone has.</summary>
internal static class PostgresCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        .. Common(Words.Postgres),
        Case("postgres: a rich model", Nothing, RichPostgresModel.Build),
        Change("identity: always, with options", _ => { }, e => e.Property<int>("N").UseIdentityAlwaysColumn().HasIdentityOptions(10, 5, 1, 1000, true, 20)),
        Change("identity: by default becomes always", e => e.Property<int>("N").UseIdentityByDefaultColumn(), e => e.Property<int>("N").UseIdentityAlwaysColumn()),
        Change("identity: other options", e => e.Property<int>("N").UseIdentityByDefaultColumn().HasIdentityOptions(5, 2), e => e.Property<int>("N").UseIdentityByDefaultColumn().HasIdentityOptions(10, 3, 1, 999)),
        Change("identity: serial becomes identity", e => e.Property<int>("N").UseSerialColumn(), e => e.Property<int>("N").UseIdentityByDefaultColumn()),
        Change("identity: a plain column becomes one", e => e.Property<int>("N"), e => e.Property<int>("N").UseIdentityByDefaultColumn()),
        Change("identity: from a sequence", _ => { }, e => e.Property<int>("N").UseHiLo("numbers")),
        Change("index: method and operators", _ => { }, e => { e.Property<string>("J").HasColumnType("jsonb"); e.HasIndex(["J"], "IX").HasMethod("gin").HasOperators("jsonb_path_ops"); }),
        Change("index: other operators", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name"], "IX").HasOperators("text_pattern_ops")),
        Change("index: included columns", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name"], "IX").IncludeProperties("Id")),
        Change("index: order of nulls", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name"], "IX").HasNullSortOrder(NullSortOrder.NullsFirst)),
        Change("index: nulls are alike", e => e.HasIndex(["Name"], "IX").IsUnique(), e => e.HasIndex(["Name"], "IX").IsUnique().AreNullsDistinct(false)),
        Change("index: collation", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name"], "IX").UseCollation("C")),
        Change("index: storage parameter", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name"], "IX").HasStorageParameter("fillfactor", 50)),
        Change("index: created concurrently", _ => { }, e => e.HasIndex(["Name"], "IX").IsCreatedConcurrently()),
        Change("text search: a column of it", _ => { }, e => { e.Property<NpgsqlTsVector>("Search").IsGeneratedTsVectorColumn("english", "Name"); e.HasIndex(["Search"], "IX").HasMethod("gin"); }),
        Change("text search: an index of it", _ => { }, e => e.HasIndex(["Name"], "IX").IsTsVectorExpressionIndex("english")),
        Change("column: compressed from the first", _ => { }, e => e.Property<string>("P").UseCompressionMethod("pglz")),
        Change("column: compression", e => e.Property<string>("Name"), e => e.Property<string>("Name").UseCompressionMethod("pglz")),
        Change("column: arrays and ranges", _ => { }, e => { e.Property<int[]>("A").HasDefaultValue(new[] { 1, 2 }); e.Property<NpgsqlRange<int>?>("R"); }),
        Change("table: unlogged", _ => { }, e => e.IsUnlogged()),
        Change("table: storage parameter", e => e.HasStorageParameter("fillfactor", 70), e => e.HasStorageParameter("fillfactor", 80)),
        Case("sequence: of every setting", b => Thing(b), b =>
        {
            Thing(b);
            b.HasSequence("Plain");
            b.HasSequence<int>("All", "shop").StartsAt(5).IncrementsBy(2).HasMin(1).HasMax(99).IsCyclic();
            b.HasSequence<short>("Short");
        }),
        Case("sequence: altered", b => b.HasSequence<int>("S").IncrementsBy(2).HasMin(1).HasMax(50).IsCyclic(), b => b.HasSequence<int>("S").IncrementsBy(3).HasMin(0).HasMax(60)),
        Case("sequence: another start", b => b.HasSequence("S").StartsAt(5), b => b.HasSequence("S").StartsAt(7)),
        Case("sequence: another type", b => b.HasSequence<int>("S"), b => b.HasSequence<long>("S")),
        Case("sequence: renamed", b => b.HasSequence<int>("S"), b => b.HasSequence<int>("R")),
        Case("sequence: moved to a schema", b => b.HasSequence<int>("S"), b => b.HasSequence<int>("S", "shop")),
        Case("sequence: a default reads it", b => Thing(b), b => { b.HasSequence<int>("S"); Thing(b, e => e.Property<int>("N").HasDefaultValueSql("nextval('\"S\"')")); }),
        Case("mapping: TPC, keys from a sequence", Nothing, b => { b.Entity<MappingModel.Animal>().UseTpcMappingStrategy(); b.Entity<MappingModel.Dog>(); b.Entity<MappingModel.Cat>(); }),
        Case("database: an extension", b => Thing(b), b => { b.HasPostgresExtension("citext"); Thing(b, e => e.Property<string>("C").HasColumnType("citext")); }),
        Case("database: an enum", b => Thing(b), b => { b.HasPostgresEnum("shop", "color", ["red", "it's"]); Thing(b); }),
        Case("database: an enum gets a value", b => b.HasPostgresEnum("color", ["red", "blue"]), b => b.HasPostgresEnum("color", ["red", "green", "blue"])),
        Case("database: a collation", b => Thing(b), b => { b.HasCollation("ci", "en-u-ks-primary", "icu", false); Thing(b, e => e.Property<string>("C").UseCollation("ci")); }),
        Case("database: a range", b => Thing(b), b => { b.HasPostgresRange("float_range", "double precision"); Thing(b); }),
        Case("database: a range in a schema, with operators of its own", b => Thing(b), b => { b.HasPostgresRange("shop", "text_range", "text", subtypeOpClass: "text_pattern_ops"); Thing(b); }),
        Case("database: a range of another type", b => b.HasPostgresRange("float_range", "double precision"), b => b.HasPostgresRange("float_range", "real")),
        Case("schema: everything changes in one", b => InSchema(b, isAfter: false), b => InSchema(b, isAfter: true)),
        Case("database: its own collation", Nothing, b => b.UseCollation("C.UTF-8")),
    ];

    private static void InSchema(ModelBuilder model, bool isAfter)
    {
        model.HasDefaultSchema("shop");
        model.HasSequence<int>("Numbers").IncrementsBy(isAfter ? 3 : 2).StartsAt(isAfter ? 9 : 5);
        model.HasSequence<int>(isAfter ? "Comes" : "Goes");
        Thing(model, e =>
        {
            e.ToTable(isAfter ? "Renamed" : "Thing", t =>
            {
                t.HasComment(isAfter ? "new" : "old");
                t.HasCheckConstraint(isAfter ? "CK_New" : "CK_Old", "\"Id\" > 0");
            });
            e.HasKey("Id").HasName(isAfter ? "PK_New" : "PK_Old");
            e.Property<int>("Same").HasColumnName(isAfter ? "Other" : "Same").HasComment(isAfter ? "new" : null);
            if (isAfter)
                e.Property<string>("Comes").HasMaxLength(9);
            else
                e.Property<int?>("Goes");
            e.Property<string>("Code").IsRequired();
            e.HasAlternateKey("Code").HasName(isAfter ? "AK_New" : "AK_Old");
            e.HasIndex(["Same"], isAfter ? "IX_New" : "IX_Old");
            e.HasIndex(["Same", "Id"], "IX_Other").IsUnique(isAfter);
            e.HasData(new { Id = 1, Name = isAfter ? "new" : "old", Same = 1, Code = "a" }, new { Id = isAfter ? 3 : 2, Name = "x", Same = 2, Code = "b" });
        });
        Child(model, isAfter ? DeleteBehavior.SetNull : DeleteBehavior.Cascade);
    }
}
