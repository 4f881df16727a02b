using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Requests;

/// <summary>What a database has and EF Core's operations cannot say: told to people, and written as plain SQL where that is known.</summary>
internal sealed class UnsaidObjects(TargetDatabase target, RequestScope scope)
{
    /// <summary>Says what is not compared; what a revision mentions in plain SQL is known already.</summary>
    public void Warn(IEnumerable<RevisionCode> codes, WaitLimit wait)
    {
        var gaps = Read(wait);
        if (gaps.Count == 0)
            return;
        var sql = codes.SelectMany(c => c.Operations(down: false, target.Traits.ProviderName)).OfType<SqlOperation>().Select(o => o.Sql).ToList();
        Warn("Not compared, because EF Core has no operations for them", gaps.Where(g => !sql.Exists(s => SqlMentions.Any(s, [LastPart(g)]))));
    }

    /// <summary>The way up and down of a first revision, with the SQL of what the database tells; the rest is named.</summary>
    public (IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down) AddTo(IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down, WaitLimit wait)
    {
        var gaps = Read(wait);
        var written = gaps.Where(g => g.Sql is not null).ToList();
        Warn("Not written, because EF Core has no operations for them and the database does not tell their SQL; add them by hand", gaps.Except(written));
        if (written.Count == 0)
            return (up, down);

        // Types and functions need schemas, tables need types, and views need all of them. Rules are on views, too.
        var tables = Index(up, o => o is CreateTableOperation or SqlOperation);
        var routines = Index(up, o => o is SqlOperation sql && target.Traits.Statements(sql.Sql).Any(s => s.Kind != Sql.Text.SchemaObjectKind.Index));
        MigrationOperation[] withSql =
        [
            .. up.Take(tables),
            new SqlOperation { Sql = "SET LOCAL check_function_bodies = off" },
            .. Made(g => g.IsBeforeTables),
            .. up.Take(routines).Skip(tables),
            .. Made(g => !g.IsBeforeTables && g.Kind != "rule"),
            .. up.Skip(routines),
            .. Made(g => g.Kind == "rule"),
        ];
        var schemas = Index(down, o => o is DropSchemaOperation or AlterDatabaseOperation);
        var views = Index(down, o => o is not SqlOperation);
        return (withSql, [.. down.Take(views), .. Dropped(g => !g.IsBeforeTables), .. down.Take(schemas).Skip(views), .. Dropped(g => g.IsBeforeTables), .. down.Skip(schemas)]);

        IEnumerable<MigrationOperation> Made(Func<SchemaGap, bool> match) => written.Where(match).Select(g => new SqlOperation { Sql = g.Sql! });

        IEnumerable<MigrationOperation> Dropped(Func<SchemaGap, bool> match) => written.Where(g => g.DropSql is not null && match(g)).Reverse().Select(g => new SqlOperation { Sql = g.DropSql! });
    }

    private IReadOnlyList<SchemaGap> Read(WaitLimit wait) => target.Access.Exists ? target.Access.Read((connection, _) => target.Provider.ReadGaps(connection), wait) : [];

    private void Warn(string what, IEnumerable<SchemaGap> gaps)
    {
        var names = gaps.Select(g => $"{g.Kind} {g.Object}").ToList();
        if (names.Count > 0)
            scope.Warning($"{what}: {string.Join(", ", names)}.");
    }

    private static string LastPart(SchemaGap gap) => gap.Object[(gap.Object.LastIndexOf('.') + 1)..];

    private static int Index(IReadOnlyList<MigrationOperation> operations, Func<MigrationOperation, bool> match)
        => operations.TakeWhile(o => !match(o)).Count();
}
