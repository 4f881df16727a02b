using System.Linq;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Knows the statements that PostgreSQL refuses in a transaction.</summary>
internal static class Untransacted
{
    private static readonly string[][] Beginnings =
    [
        ["VACUUM"], ["CREATE", "DATABASE"], ["DROP", "DATABASE"], ["CREATE", "TABLESPACE"], ["DROP", "TABLESPACE"], ["ALTER", "SYSTEM"],
        ["REINDEX", "DATABASE"], ["REINDEX", "SYSTEM"], ["REINDEX", "SCHEMA"],
    ];

    /// <summary>Whether a text is one of them.</summary>
    /// <param name="sql">One statement.</param>
    public static bool Is(string sql)
    {
        var words = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).Take(6).ToList();
        bool Begins(params string[] keywords) => words.Count >= keywords.Length && keywords.Zip(words, (k, w) => w.Is(k)).All(same => same);
        if (System.Array.Exists(Beginnings, b => Begins(b)))
            return true;
        var isIndex = Begins("CREATE", "INDEX") || Begins("CREATE", "UNIQUE", "INDEX") || Begins("DROP", "INDEX") || Begins("REINDEX");
        if (isIndex)
            return words.Exists(w => w.Is("CONCURRENTLY"));

        // A new value of an enum can be used once it is committed.
        return Begins("ALTER", "TYPE") && SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).SkipWhile(t => !t.Is("ADD")).Skip(1).FirstOrDefault().Is("VALUE");
    }
}
