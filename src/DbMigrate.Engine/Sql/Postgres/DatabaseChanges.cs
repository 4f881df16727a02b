using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Collation, enums and extensions. The provider cannot take a value out of an enum, nor drop an extension.</summary>
internal sealed class DatabaseChanges(ScriptDraft draft, Dependants dependants)
{
    private const string Enum = "Npgsql:Enum:";
    private const string Extension = "Npgsql:PostgresExtension:";

    public void Alter(AlterDatabaseOperation operation)
    {
        RequireCollation(operation.Collation, operation.OldDatabase.Collation);
        var (before, after) = (PlainAnnotations.Read(operation.OldDatabase), PlainAnnotations.Read(operation));
        var changed = after.Items.Where(a => a.Key.StartsWith(Enum, StringComparison.Ordinal) && before[a.Key] is string labels && !labels.Equals(a.Value))
            .Select(a => (a.Key, Old: (string)before[a.Key]!, New: (string)a.Value!)).ToList();

        // Enums that are left as they were are none of the provider's business.
        var rest = new AlterDatabaseOperation();
        foreach (var (name, value) in after.Items)
            rest.AddAnnotation(name, value);
        foreach (var (name, value) in before.Items)
            rest.OldDatabase.AddAnnotation(name, changed.Exists(c => c.Key == name) ? after[name] : value);
        draft.Generate(rest, "AlterDatabase");
        foreach (var (key, old, now) in changed)
            Change(TypeName(key[Enum.Length..]), old.Split(','), now.Split(','));
        foreach (var (name, _) in before.Items.Where(a => a.Key.StartsWith(Extension, StringComparison.Ordinal) && after[a.Key] is null))
            draft.Write($"DROP EXTENSION IF EXISTS {SqlText.Quote(TypeName(name[Extension.Length..]).Name)}", "AlterDatabase: drop extension");
    }

    private void RequireCollation(string? collation, string? before)
    {
        if (collation is null || collation == before || collation == draft.State.Collation)
            return;
        throw ErrorCatalogue.NotSupportedByProvider.Error(
            $"The model wants a database with the collation {collation}; this one has {draft.State.Collation ?? "its server's"}, and PostgreSQL cannot change it.",
            collation,
            "Create the database with this collation, or take it out of the model and give columns collations.");
    }

    private void Change(ObjectName type, string[] old, string[] now)
    {
        if (!old.Except(now).Any() && now.Where(old.Contains).SequenceEqual(old))
            AddValues(type, old, now);
        else
            Replace(type, now);
    }

    // Committed before it is used: the server refuses a new value within its own transaction.
    private void AddValues(ObjectName type, string[] old, string[] now)
    {
        dependants.Restore();
        var there = old.ToList();
        for (var i = 0; i < now.Length; i++)
        {
            if (there.Contains(now[i]))
                continue;
            var place = i > 0 ? " AFTER " + PostgresText.Literal(now[i - 1]) : there.Count > 0 ? " BEFORE " + PostgresText.Literal(there[0]) : "";
            draft.Write(new($"ALTER TYPE {SqlText.Quote(type)} ADD VALUE IF NOT EXISTS {PostgresText.Literal(now[i])}{place}", $"AlterDatabase: {type} gets '{now[i]}'") { SuppressTransaction = true });
            there.Insert(i, now[i]);
        }
    }

    // A value that is still in use is the server's error, which rolls back.
    private void Replace(ObjectName type, string[] now)
    {
        var passing = type with { Name = type.Name + "_old" };
        var purpose = $"AlterDatabase: {type} with other values";
        var users = Users(type);
        dependants.DropUsersOf(type, purpose);
        foreach (var (table, column) in users)
            dependants.Drop(table, [column.Name], purpose);
        foreach (var operation in users.SelectMany(u => Conditions(u.Table, u.Column)))
            draft.Generate(operation.Drop, purpose);
        draft.Write($"ALTER TYPE {SqlText.Quote(type)} RENAME TO {SqlText.Quote(passing.Name)}", purpose);
        draft.Write($"CREATE TYPE {SqlText.Quote(type)} AS ENUM ({string.Join(", ", now.Select(PostgresText.Literal))})", purpose);
        foreach (var (table, column) in users)
        {
            var alter = $"ALTER TABLE {SqlText.Quote(table)} ALTER COLUMN {SqlText.Quote(column.Name)}";
            if (column.DefaultSql is not null)
                draft.Write($"{alter} DROP DEFAULT", purpose);
            var array = column.StoreType.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "";
            draft.Write($"{alter} TYPE {SqlText.Quote(type)}{array} USING {SqlText.Quote(column.Name)}::text{array}::{SqlText.Quote(type)}{array}", purpose);
            if (column.DefaultSql is not null)
                draft.Write($"{alter} SET DEFAULT {column.DefaultSql}", purpose);
        }

        foreach (var operation in users.SelectMany(u => Conditions(u.Table, u.Column)))
        {
            if (operation.Create is SqlOperation sql)
                draft.Write(sql.Sql, purpose);
            else
                draft.Generate(operation.Create, purpose);
        }

        draft.Write($"DROP TYPE {SqlText.Quote(passing)}", purpose);
    }

    // The server would compare values of the new type with constants of the old one.
    private IEnumerable<(MigrationOperation Drop, MigrationOperation Create)> Conditions(ObjectName name, Column column)
    {
        var table = draft.State.Tables[name];
        foreach (var check in table.Checks.Where(c => SqlMentions.Any(c.Sql, [column.Name])))
            yield return (ConstraintOperations.DropCheck(name, check), ConstraintOperations.AddCheck(name, check));
        foreach (var index in table.Indexes.Where(i => SqlMentions.Any(i.Filter ?? i.RawSql, [column.Name])))
            yield return (new DropIndexOperation { Schema = name.Schema, Table = name.Name, Name = index.Name }, ConstraintOperations.CreateIndex(name, index with { Annotations = index.Annotations.With("Npgsql:CreatedConcurrently", null) }));
    }

    private List<(ObjectName Table, Column Column)> Users(ObjectName type)
    {
        string[] names = [type.ToString(), SqlText.Quote(type), type.Schema is null ? type.Name : $"{type.Schema}.{SqlText.Quote(type.Name)}"];
        string[] all = [.. names, .. names.Select(n => n + "[]")];
        return [.. draft.State.Tables.Values.SelectMany(t => t.Columns.Where(c => all.Contains(c.StoreType, StringComparer.Ordinal)).Select(c => (t.Name, c)))];
    }

    private static ObjectName TypeName(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? text : new ObjectName(text[..dot], text[(dot + 1)..]);
    }
}
