using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>SQLite.</summary>
internal sealed class SqliteDialect : Dialect
{
    public static readonly IReadOnlyList<ColumnKind> AllKinds =
    [
        new("INTEGER", typeof(int), true, i => i, ["1 + 2", "-7"]) { Sort = ValueSort.Integer },
        new("INTEGER", typeof(long), true, i => (long)i, ["40 + 2"]) { Sort = ValueSort.Integer },
        new("INTEGER", typeof(bool), false, i => i % 2 == 0, []) { Sort = ValueSort.Integer },
        new("TEXT", typeof(string), true, i => "k" + i, ["lower('ABC')", "'it''s' || '!'"]) { Sort = ValueSort.Text },
        new("TEXT", typeof(Guid), true, i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), []) { Sort = ValueSort.Text },
        new("TEXT", typeof(DateTime), true, i => new DateTime(2020, 1, 1, 12, 30, 0, DateTimeKind.Unspecified).AddDays(i), ["CURRENT_TIMESTAMP"]) { Sort = ValueSort.Text },
        new("TEXT", typeof(decimal), true, i => i + 0.25m, []) { Sort = ValueSort.Text },
        new("REAL", typeof(double), true, i => i + 0.5, ["1.5 * 2"]) { Sort = ValueSort.Real },
        new("BLOB", typeof(byte[]), true, i => new[] { (byte)(i >> 8), (byte)i }, []),
    ];

    public static Dialect Instance { get; } = new SqliteDialect();

    public override IReadOnlyList<ColumnKind> Kinds => AllKinds;

    public override IReadOnlyList<(ColumnKind From, ColumnKind To, Func<object, object> Convert)> Conversions { get; } =
    [
        (AllKinds[0], AllKinds.First(k => k.ClrType == typeof(string)), v => ((int)v).ToString(CultureInfo.InvariantCulture)),
        (AllKinds[0], AllKinds.First(k => k.ClrType == typeof(double)), v => (double)(int)v),
    ];

    public override string Collation => "NOCASE";

    public override bool HasVirtualColumns => true;

    public override string True => "1";

    public override AnnotationSet Numbering(Draw draw) => AnnotationSet.Empty.With("Sqlite:Autoincrement", true);
}
