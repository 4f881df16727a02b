using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.EfCases;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Cases C59 and C60: types and defaults. A whole store type is compared, so that Alembic's three omissions are seen.</summary>
internal static class TypeCases
{
    private const string WithoutServer = "Two models are compared without a server, which alone could say that both mean the same.";

    private static readonly string[] Ordinary =
    [
        "smallint", "integer", "bigint", "numeric(10,2)", "real", "double precision", "boolean", "character varying(20)", "text", "character(3)",
        "bytea", "date", "time without time zone", "timestamp without time zone", "timestamp with time zone", "interval", "uuid", "jsonb", "inet",
    ];

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("C59 length stays", Typed("varchar(30)"), Typed("varchar(30)")),
        Changed<string, string>("C59 length", "varchar(30)", "varchar(40)"),
        Changed<string, int>("C59 text to number", "varchar(30)", "integer", loses: true),
        Changed<string, string>("C59 no limit any more", "varchar(30)", "text"),
        Changed<string, string>("C59 a limit", "text", "varchar(255)", loses: true),
        Changed<string, string>("C59 one letter by another name", "char", "char(1)") with { Operations = [], OnSqlite = ["AlterColumn T.A !"] },
        Changed<decimal, decimal>("C59 scale", "decimal(10,5)", "decimal(10,6)", loses: true),
        Changed<decimal, decimal>("C59 no scale any more", "decimal(10,5)", "decimal(10)", loses: true),
        Changed<decimal, decimal>("C59 a scale", "decimal(10)", "decimal(10,5)", loses: true),
        Changed<decimal, decimal>("C59 precision", "decimal(10,5)", "decimal(12,5)"),
        Changed<decimal, decimal>("C59 the whole scale", "numeric(8,0)", "numeric(8,2)", loses: true),
        new("C59 number stays", Typed<int>("integer"), Typed<int>("integer")),
        Changed<long, int>("C59 bigint to int", "bigint", "integer", loses: true),
        Changed<long, short>("C59 bigint to smallint", "bigint", "smallint", loses: true),
        Changed<int, short>("C59 int to smallint", "integer", "smallint", loses: true),
        Changed<int, string>("C59 number to text", "integer", "varchar(20)", loses: true),
        Changed<DateTime, DateTime>("C59 a time gets a zone", "timestamp without time zone", "timestamp with time zone", loses: true) with { On = Databases.Postgres, Insert = null },
        .. Ordinary.Select(t => new ModelCase($"C59 {t} to itself", Db(T(e => e.Property(Clr(t), "A").HasColumnType(t))), Db(T(e => e.Property(Clr(t), "A").HasColumnType(t)))) { On = Databases.Postgres }),
        Default("C60 text", "'some default'", "'some new default'", "AlterColumn T.A"),
        Default("C60 slashes", "'//slash'", "'s//l//ash'", "AlterColumn T.A"),
        Default("C60 the same with a quote", "'has '' quote'", "'has '' quote'"),
        Default("C60 the same function", "lower('A')", "lower('A')"),
        Default("C60 spaces in a function", "substr('user', 1, 2)", "substr('user',  1,\n2)"),
        Default("C60 a space less in a function", "substr('user', 1, 2)", "substr('user',1,2)", "AlterColumn T.A") with { Deviation = WithoutServer },
        new("C60 number", Db(T(e => e.Int("A").HasDefaultValue(15))), Db(T(e => e.Int("A").HasDefaultValue(20))), "AlterColumn T.A"),
        new("C60 the time", Db(T(e => e.Property<DateTime>("A").HasDefaultValueSql("CURRENT_TIMESTAMP"))), Db(T(e => e.Property<DateTime>("A").HasDefaultValueSql("CURRENT_TIMESTAMP")))),
    ];

    private static Type Clr(string type) => type switch
    {
        "smallint" => typeof(short),
        "integer" => typeof(int),
        "bigint" => typeof(long),
        "numeric(10,2)" => typeof(decimal),
        "real" => typeof(float),
        "double precision" => typeof(double),
        "boolean" => typeof(bool),
        "bytea" => typeof(byte[]),
        "interval" => typeof(TimeSpan?),
        "uuid" => typeof(Guid),
        "inet" => typeof(System.Net.IPAddress),
        "date" => typeof(DateOnly?),
        _ => type.StartsWith("time without", StringComparison.Ordinal) ? typeof(TimeOnly?) : type.StartsWith("timestamp", StringComparison.Ordinal) ? typeof(DateTime) : typeof(string),
    };

    private static ModelCase Changed<TBefore, TAfter>(string name, string before, string after, bool loses = false)
        => new(name, Typed<TBefore>(before), Typed<TAfter>(after), "AlterColumn T.A" + (loses ? " !" : ""))
        {
            Insert = ["INSERT INTO \"T\" (\"Id\", \"A\") VALUES (1, '1'), (2, '2')"],
            Then = [new("SELECT CAST(CAST(\"A\" AS numeric) AS integer) FROM \"T\" ORDER BY 1", "1", "2") { On = typeof(TAfter) == typeof(DateTime) ? 0 : Databases.Both }],
        };

    private static Action<ModelBuilder> Typed(string type) => Typed<string>(type);

    private static Action<ModelBuilder> Typed<TValue>(string type) => Db(T(e => e.Property<TValue>("A").IsRequired().HasColumnType(type)));

    private static ModelCase Default(string name, string before, string after, params string[] operations)
        => new(name, Db(T(e => e.Text("A").HasDefaultValueSql(before))), Db(T(e => e.Text("A").HasDefaultValueSql(after))), operations);
}
