using System;
using System.Collections.Generic;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A model with every feature that reaches PostgreSQL.</summary>
internal static class RichPostgresModel
{
    public enum Mood
    {
        Happy,
        Sad,
    }

    public static void Build(ModelBuilder model)
    {
        model.HasPostgresExtension("citext").HasPostgresExtension("public", "hstore");
        model.HasPostgresEnum("shop", "color", ["red", "it's"]);
        model.HasPostgresRange("float_range", "float8").HasPostgresRange("shop", "text_range", "text", subtypeOpClass: "text_pattern_ops");
        model.HasCollation("ci", "en-u-ks-primary", "icu", false);
        model.HasSequence<int>("Numbers").StartsAt(5).IncrementsBy(2).HasMin(1).HasMax(99).IsCyclic();
        model.HasSequence("Downwards", "shop").StartsAt(-1).IncrementsBy(-1);
        model.Entity("Types", e =>
        {
            e.ToTable("All Types", "shop", t => t.HasComment("What\r\n is there."));
            e.HasStorageParameter("fillfactor", 70);
            e.Property<int>("Id").UseIdentityAlwaysColumn().HasIdentityOptions(10, 5, 1, 1000, true, 20);
            e.Property<int>("Serial").UseSerialColumn();
            e.Property<int>("HiLo").UseHiLo("hilo");
            e.Property<string[]>("Array").HasDefaultValue(new[] { "a", "b'c" });
            e.Property<Mood>("Mood").HasDefaultValue(Mood.Sad);
            e.Property<Mood[]>("Moods").HasDefaultValue(new[] { Mood.Sad });
            e.Property<NpgsqlRange<int>>("Span").HasDefaultValue(new NpgsqlRange<int>(1, 5));
            e.Property<IPAddress>("Address").HasDefaultValue(IPAddress.Loopback);
            e.Property<string>("Name").IsRequired().HasMaxLength(10).UseCollation("C").HasDefaultValue("it's \\ here").HasComment("Not\nnull");
            e.Property<string>("Insensitive").UseCollation("ci");
            e.Property<decimal>("Price").HasPrecision(10, 2).HasDefaultValue(-1.5m);
            e.Property<string>("Alias").HasColumnType("varchar(20)").HasDefaultValueSql("upper('a'  || 'b')");
            e.Property<int>("Doubled").HasComputedColumnSql("\"Serial\" * 2", stored: true);
            e.Property<DateTime>("Created").HasDefaultValueSql("now()");
            e.Property<DateTime>("Precise").HasPrecision(3).HasDefaultValueSql("(CURRENT_TIMESTAMP)");
            e.Property<DateTime>("Local").HasColumnType("timestamp").HasDefaultValue(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified));
            e.Property<NpgsqlTsVector>("Search").IsGeneratedTsVectorColumn("english", "Name", "Alias");
            e.Property<string>("Json").HasColumnType("jsonb").HasDefaultValue("{\"a\": 1}");
            e.Property<uint>("Version").IsRowVersion();
            e.Property<string>("Packed").UseCompressionMethod("pglz");
            e.Property<Dictionary<string, string>>("Store");
            e.Property<byte[]>("Bytes").HasDefaultValue(new byte[] { 0, 255 });
            e.Property<Guid>("Token").HasDefaultValueSql("gen_random_uuid()");
            e.Property<List<int>>("List").HasDefaultValue(new List<int> { 1, 2 });
            e.Property<char>("Letter");
            e.Property<bool>("Flag").HasDefaultValue(true);
            e.Property<TimeSpan>("Took").HasDefaultValue(TimeSpan.FromHours(1));
            e.Property<DateOnly>("Day").HasDefaultValue(new DateOnly(2020, 1, 2));
            e.Property<NpgsqlRange<int>?>("Range");
            e.Property<float?>("Ratio").HasDefaultValue(1.5f);
            e.HasKey("Id").HasName("PK of all");
            e.HasAlternateKey("Name");
            e.ToTable(t => t.HasCheckConstraint("CK \"Name\"", "length(\"Name\")  < 100 -- short\n AND \"Name\" <> ''"));
            e.HasIndex("Alias", "Price").IncludeProperties("Created").HasOperators("varchar_pattern_ops", null!).HasFilter("\"Alias\" <> 'x'").HasStorageParameter("fillfactor", 50);
            e.HasIndex("Price", "Ratio").IsDescending(true, false).HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.NullsFirst).IsUnique().AreNullsDistinct(false);
            e.HasIndex("Created").IsDescending().IsCreatedConcurrently();
            e.HasIndex("Json").HasMethod("gin").HasOperators("jsonb_path_ops");
            e.HasIndex("Search").HasMethod("GIN");
            e.HasIndex("Alias").UseCollation("C");
            e.HasData(new { Id = 3, Serial = 7, Name = "first", Version = 0u, HiLo = 1, Letter = 'x', Mood = Mood.Happy, Price = 1m, Json = "{}", Array = new[] { "x" }, List = new List<int> { 3 } });
        });
        model.Entity("Order", e =>
        {
            e.ToTable("orders");
            e.Property<int>("Id");
            e.Property<int>("TypeId");
            e.Property<string>("TypeName");
            e.Property<int?>("ParentId");
            e.HasKey("Id");
            e.HasOne("Types").WithMany().HasForeignKey("TypeId").OnDelete(DeleteBehavior.Restrict);
            e.HasOne("Types").WithMany().HasForeignKey("TypeName").HasPrincipalKey("Name").OnDelete(DeleteBehavior.SetNull);
            e.HasOne("Order").WithMany().HasForeignKey("ParentId").OnDelete(DeleteBehavior.Cascade).HasConstraintName("FK parent");
            e.HasData(new { Id = 1, TypeId = 3 }, new { Id = 2, TypeId = 3 });
        });
        model.Entity("Explicit", e =>
        {
            e.ToTable("explicit", "public");
            e.IsUnlogged();
            e.Property<long>("a").ValueGeneratedNever();
            e.Property<string>("b");
            e.Property<long>("c").UseIdentityByDefaultColumn().HasIdentityOptions(startValue: 100);
            e.HasKey("a", "b");
        });
    }
}
