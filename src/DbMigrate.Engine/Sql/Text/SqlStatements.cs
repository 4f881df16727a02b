using System.Collections.Generic;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>Cuts a text into its statements.</summary>
internal static class SqlStatements
{
    /// <summary>The statements without their semicolons; those of a trigger's body stay within it. Empty ones are left out.</summary>
    /// <param name="sql">One or more statements.</param>
    public static IReadOnlyList<string> Split(string sql)
    {
        var statements = new List<string>();
        var cursor = new SqlCursor(sql);
        while (!cursor.AtEnd)
        {
            var start = cursor.Current.Position;
            var end = start;
            var isTrigger = IsTrigger(cursor);
            var previous = default(SqlToken);
            while (!cursor.AtEnd)
            {
                // A trigger ends where END stands after a semicolon: that of a CASE never does.
                var endsHere = !isTrigger || previous.Is("END");
                var beforePrevious = previous;
                previous = cursor.Take();
                if (previous.IsOperator(";") && endsHere)
                    break;
                if (isTrigger && previous.Is("END") && !beforePrevious.IsOperator(";"))
                    previous = default;
                end = cursor.LastEnd;
            }

            if (end > start)
                statements.Add(cursor.Text(start, end));
        }

        return statements;
    }

    private static bool IsTrigger(SqlCursor cursor)
    {
        if (!cursor.Current.Is("CREATE"))
            return false;
        var next = cursor.Following;
        if (next.Is("TRIGGER"))
            return true;
        if (!next.Is("TEMP") && !next.Is("TEMPORARY"))
            return false;
        cursor.Take();
        return cursor.Following.Is("TRIGGER");
    }
}
