using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Requests;

/// <summary>
/// Says what a database has in the words of the model, where these are the same to it: a revision that is made from the
/// database would else differ from the model in nothing but words.
/// </summary>
internal static class ModelWords
{
    /// <summary>What the database has.</summary>
    /// <param name="model">What the model asks for, in its own words.</param>
    /// <param name="aligned">The same in the database's words, and what that has.</param>
    public static SchemaState Of(SchemaState model, AlignedSchemas aligned)
    {
        var (expected, actual) = (aligned.Expected, aligned.Actual);
        return actual with
        {
            Annotations = expected.Annotations.Equals(actual.Annotations) ? model.Annotations : actual.Annotations,
            Sequences = actual.Sequences.SetItems(actual.Sequences
                .Where(s => model.Sequences.ContainsKey(s.Key) && s.Value.Equals(expected.Sequences.GetValueOrDefault(s.Key)))
                .Select(s => KeyValuePair.Create(s.Key, model.Sequences[s.Key]))),
            Views = actual.Views.SetItems(model.Views.Where(v => actual.Views.TryGetValue(v.Key, out var view) && view == expected.Views.GetValueOrDefault(v.Key))),
            Triggers = actual.Triggers.SetItems(model.Triggers.Where(t => actual.Triggers.TryGetValue(t.Key, out var trigger) && trigger.Equals(expected.Triggers.GetValueOrDefault(t.Key)))),
            Tables = actual.Tables.SetItems(actual.Tables.Values
                .Where(t => model.Tables.ContainsKey(t.Name) && expected.Tables.ContainsKey(t.Name))
                .Select(t => KeyValuePair.Create(t.Name, Of(model.Tables[t.Name], expected.Tables[t.Name], t)))),
        };
    }

    private static Table Of(Table model, Table expected, Table actual) => actual with
    {
        Columns = actual.Columns.Replace(c => model.FindColumn(c.Name) is not null && expected.FindColumn(c.Name) is not null, c => Of(model.FindColumn(c.Name)!, expected.FindColumn(c.Name)!, c)),
        UniqueConstraints = Of(model.UniqueConstraints, expected.UniqueConstraints, actual.UniqueConstraints, k => k.Name),
        ForeignKeys = Of(model.ForeignKeys, expected.ForeignKeys, actual.ForeignKeys, k => k.Name),
        Checks = Of(model.Checks, expected.Checks, actual.Checks, c => c.Name),
        Indexes = Of(model.Indexes, expected.Indexes, actual.Indexes, i => i.Name),
        Annotations = expected.Annotations.Equals(actual.Annotations) ? model.Annotations : actual.Annotations,
        Types = model.Types,
    };

    // Where not all of a column is as expected, the rest of it is.
    private static Column Of(Column model, Column expected, Column actual)
        => model.Equals(actual) ? actual
            : expected.Equals(actual) ? model
            : actual with
            {
                StoreType = expected.StoreType == actual.StoreType ? model.StoreType : actual.StoreType,
                DefaultSql = expected.DefaultSql == actual.DefaultSql ? model.DefaultSql : actual.DefaultSql,
                ComputedSql = expected.ComputedSql == actual.ComputedSql ? model.ComputedSql : actual.ComputedSql,
            };

    // What is the same in both words is left as it was read, with the text that somebody wrote.
    private static EquatableList<T> Of<T>(EquatableList<T> model, EquatableList<T> expected, EquatableList<T> actual, Func<T, string> name)
        where T : class
    {
        return actual.Replace(a => Find(expected, a)?.Equals(a) == true && Find(model, a)?.Equals(a) == false, a => Find(model, a)!);

        T? Find(EquatableList<T> list, T item) => list.FirstOrDefault(i => name(i).Length > 0 && name(i) == name(item));
    }
}
