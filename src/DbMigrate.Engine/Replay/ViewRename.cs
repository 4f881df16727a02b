using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Replay;

/// <summary>Takes a column's new name to the texts of views, as databases do.</summary>
internal static class ViewRename
{
    /// <summary>Renames in all views.</summary>
    /// <param name="session">The schema.</param>
    /// <param name="table">The table, as it was.</param>
    /// <param name="from">The column's old name.</param>
    /// <param name="to">Its new name.</param>
    public static void Follow(ReplaySession session, Table table, string from, string to)
    {
        string? Renamed(string sql) => ViewRename.Renamed(new ViewReferences(session, table.Name, from, sql), sql, to);
        foreach (var (name, text) in session.Views.ToList())
        {
            if (Renamed(text) is not { } renamed)
                continue;
            if (session.Traits.ViewsKeepColumns)
            {
                var named = ViewColumns.Name(text, from);
                renamed = ViewColumns.Unname(Renamed(named) ?? named, to);
            }

            session.Views[name] = renamed;
        }
    }

    private static string? Renamed(ViewReferences references, string sql, string to)
    {
        var found = references.Names.Reverse().ToList();
        if (found.Count == 0)
            return null;
        var text = new StringBuilder(sql);
        foreach (var token in found)
            text.Remove(token.Position, token.Length).Insert(token.Position, SqlText.Quote(to));
        return text.ToString();
    }
}
