using System.Collections.Generic;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Matrix;

/// <summary>Features of values, row ids, names and text.</summary>
internal static class ValueFeatures
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("no key, so that ids are hidden") { Id = "Id INT", Probes = ["SELECT rowid, OpReq FROM $T ORDER BY 1"] },
        new("no key, and a column that takes the name of the hidden id") { Id = "Id INT", Columns = ", rowid TEXT", Values = (", rowid", [", 'a'", ", 'b'", ", 'c'"]), Probes = ["SELECT _rowid_, rowid FROM $T ORDER BY 1"] },
        new("values of all types in a column without one") { Columns = ", F, G BLOB", Values = (", F, G", [", '1', 1", ", x'00FF', 'text'", ", 9007199254740993, 1e300"]), Fragments = [", F, G BLOB"], Probes = ["SELECT typeof(F), typeof(G) FROM $T ORDER BY Id"] },
        new("values that do not fit their column's type") { Columns = ", F INTEGER, G DECIMAL(10,2)", Values = (", F, G", [", 'abc', '12.50'", ", x'00', 'n/a'", ", 1.5, 3"]), Probes = ["SELECT typeof(F), quote(F), typeof(G), quote(G) FROM $T ORDER BY Id"] },
        new("names in all quotes")
        {
            Columns = ", [a.b] TEXT, `x y` TEXT, \"quo\"\"te\" TEXT, 'str' TEXT, select_ TEXT, \"order\" INT default 3, größe REAL",
            Values = (", [a.b], `x y`, \"quo\"\"te\"", [", 'a', 'b', 'c'", ", '', NULL, ''", ", '''', '\"', ']'"]),
            Constraints = ", constraint [c d] check (\"order\" > 0 or `x y` = ']')",
            Fragments = ["[a.b] TEXT, `x y` TEXT, \"quo\"\"te\" TEXT, 'str' TEXT", "constraint [c d] check (\"order\" > 0 or `x y` = ']')"],
            Probes = ["UPDATE $T SET \"order\" = 0"],
        },
        new("comments in the text")
        {
            Columns = ", -- what follows\n  F TEXT /* , CHECK (x) */ , -- it's\n\n  -- apart\n  G INT -- last\n",
            Values = (", F, G", [", 'a', 1", ", 'b', 2", ", 'c', 3"]),
            Fragments = ["-- what follows", "F TEXT /* , CHECK (x) */", "-- it's"],
        },
        new("defaults that are expressions")
        {
            Columns = ", F TEXT DEFAULT (lower('A') || char(66)), G TEXT DEFAULT CURRENT_TIMESTAMP, H INT DEFAULT -1, I TEXT DEFAULT word, J BLOB DEFAULT x'00ff'",
            Values = (", G", [", 'a'", ", 'b'", ", 'c'"]),
            Fragments = ["F TEXT DEFAULT (lower('A') || char(66)), G TEXT DEFAULT CURRENT_TIMESTAMP, H INT DEFAULT -1, I TEXT DEFAULT word, J BLOB DEFAULT x'00ff'"],
            Probes = [Feature.Insert() + "; SELECT F, H, I, quote(J) FROM $T ORDER BY OpReq"],
        },
        new("constraints whose names mean nothing") { Columns = ", F INT constraint nn not null constraint df default 1 constraint x null", Values = (", F", [", 1", ", 2", ", 3"]), Fragments = ["F INT constraint nn not null constraint df default 1"], Probes = ["UPDATE $T SET F = NULL"] },
        new("types of many words") { Columns = ", F unsigned big int ( 10 , 2 ), G \"my type\", H", Values = (", F, G", [", 1, 'a'", ", 2, 'b'", ", 3, 'c'"]), Fragments = ["F unsigned big int ( 10 , 2 ), G \"my type\", H"] },
        new("figures of ANALYZE") { After = "CREATE INDEX ix ON T (OpReq);ANALYZE;", Probes = ["SELECT * FROM sqlite_stat1 ORDER BY 1, 2"] },
        new("full-text search beside it") { After = "CREATE VIRTUAL TABLE fts USING fts5(body);INSERT INTO fts VALUES ('hello world');CREATE TRIGGER tr AFTER INSERT ON T BEGIN INSERT INTO fts VALUES (NEW.OpReq); END;", Probes = ["SELECT count(*) FROM fts WHERE fts MATCH 'hello'", Feature.Insert() + "; SELECT count(*) FROM fts WHERE fts MATCH 'new'"] },
    ];
}
