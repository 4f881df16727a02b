using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Filters;

/// <summary>Asks the hook <c>IncludeObject</c>, many objects at once; without it everything is ours.</summary>
internal sealed class IncludeQuestions(FolderMessage folder, DatabaseMessage database, RequestScope scope)
{
    private readonly bool _hasHook = folder.Hooks.Contains(Questions.IncludeObject, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that the hook leaves out.</summary>
    public IEnumerable<SchemaObject> LeftOut(IReadOnlyList<SchemaObject> objects, string side)
    {
        if (!_hasHook || objects.Count == 0)
            return [];
        var question = new IncludeQuestion { Database = database.Database, Side = side, Objects = [.. objects.Select(Message)] };
        var answer = scope.Ask(Questions.IncludeObject, question, ProtocolJson.Default.IncludeQuestion, ProtocolJson.Default.IncludeAnswer);
        return objects.Zip(answer.Included).Where(a => !a.Second).Select(a => a.First);
    }

    private static ObjectMessage Message(SchemaObject item) => new()
    {
        Kind = item.Kind.ToString(),
        Schema = item.Owner.Schema ?? "",
        Table = item.Kind is ObjectKind.Schema or ObjectKind.Sequence or ObjectKind.View ? "" : item.Owner.Name,
        Name = item.Name,
    };
}
