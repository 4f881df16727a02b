using System.Collections.Generic;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Matrix;

/// <summary>The features of tables that a rebuild must keep, those that Alembic loses among them (alembic.md §3.2, and the new cases of its §5).</summary>
internal static class Features
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("nothing special"),
        new("trigger on it")
        {
            After = "CREATE TRIGGER tr AFTER INSERT ON T BEGIN\n  -- log it\n  INSERT INTO Log VALUES ('id ' || NEW.Id);\nEND;",
            Probes = [Feature.Insert() + "; SELECT * FROM Log"],
        },
        new("trigger elsewhere that mentions it")
        {
            After = "CREATE TRIGGER tr AFTER UPDATE ON P BEGIN UPDATE T SET OpReq = OpReq || '!' WHERE T.Id > 5; END;",
            Probes = ["UPDATE P SET Id = Id WHERE Id = 2; SELECT OpReq FROM $T ORDER BY OpReq"],
        },
        new("trigger on a column") { After = "CREATE TRIGGER tr BEFORE UPDATE OF OpReq ON T WHEN NEW.OpReq = '' BEGIN SELECT RAISE(ABORT, 'no'); END;", Probes = ["UPDATE $T SET OpReq = ''"] },
        new("view on it") { After = "CREATE VIEW v AS SELECT /* all */ * FROM T WHERE OpInt > 0;", Probes = ["SELECT OpReq FROM v ORDER BY 1"] },
        new("view on a view") { After = "CREATE VIEW v AS SELECT Id, OpReq FROM T;CREATE VIEW w AS SELECT count(*) AS n, max(OpReq) FROM v;", Probes = ["SELECT * FROM w"] },
        new("trigger on a view of it")
        {
            After = "CREATE VIEW v AS SELECT Id, OpReq FROM T;CREATE TRIGGER tr INSTEAD OF DELETE ON v BEGIN DELETE FROM T WHERE Id = OLD.Id; END;",
            Probes = ["DELETE FROM v WHERE Id = 5; SELECT count(*) FROM $T"],
        },
        new("expression index") { After = "CREATE UNIQUE INDEX ix ON T (lower(OpReq), abs(OpInt) + 1);", Probes = ["UPDATE $T SET OpReq = 'R0', OpInt = 0 WHERE Id = 7"] },
        new("partial index") { After = "CREATE UNIQUE INDEX ix ON T (OpReq) WHERE OpInt > 5;", Probes = ["UPDATE $T SET OpReq = 'x', OpInt = 9"] },
        new("partial index that mentions the table") { After = "CREATE UNIQUE INDEX ix ON T (OpReq) WHERE T.OpInt > 5;", Probes = ["UPDATE $T SET OpReq = 'x', OpInt = 9"] },
        new("descending index") { After = "CREATE INDEX [odd ix] ON T(OpInt desc , OpReq ASC) -- newest first\n;", Probes = ["SELECT name, \"desc\" FROM pragma_index_xinfo('odd ix')"] },
        new("index with a collation") { After = "CREATE UNIQUE INDEX ix ON T (OpReq COLLATE NOCASE);", Probes = ["UPDATE $T SET OpReq = 'R0' WHERE Id = 7"] },
        new("index on a changed column") { After = "CREATE INDEX ix ON T (OpText, OpInt);", Probes = ["SELECT count(*) FROM pragma_index_info('ix')"] },
        new("collation") { Columns = ", F TEXT collate nocase", Values = (", F", [", 'a'", ", 'B'", ", 'c'"]), Fragments = ["F TEXT collate nocase"], Probes = ["SELECT F FROM $T WHERE F = 'b'"] },
        new("AUTOINCREMENT") { Id = "Id INTEGER PRIMARY KEY AUTOINCREMENT", After = "DELETE FROM T WHERE Id = 100;", Probes = [Feature.Insert() + "; SELECT max(Id) FROM $T"] },
        new("AUTOINCREMENT behind the columns") { Id = "Id INTEGER", Constraints = ", PRIMARY KEY (Id AUTOINCREMENT)", After = "DELETE FROM T;", Probes = [Feature.Insert() + "; SELECT max(Id) FROM $T"] },
        new("check beside a column") { Columns = ", F INT check (F > 0)", Values = (", F", [", 1", ", 2", ", 3"]), Fragments = ["F INT check (F > 0)"], Probes = ["UPDATE $T SET F = 0"] },
        new("check that mentions the table") { Columns = ", F INT", Constraints = ", CHECK (T.F > 0 AND T.OpInt >= 0)", Values = (", F", [", 1", ", 2", ", 3"]), Probes = ["UPDATE $T SET F = 0"] },
        new("two unnamed checks") { Columns = ", F INT", Constraints = ",\n CHECK (F <> 4), check(F <> 5) -- never\n", Values = (", F", [", 1", ", 2", ", 3"]), Fragments = ["CHECK (F <> 4), check(F <> 5)"], Probes = ["UPDATE $T SET F = 5"] },
        new("virtual column") { Columns = ", F TEXT GENERATED ALWAYS AS (OpReq || '!')", Fragments = ["F TEXT GENERATED ALWAYS AS (OpReq || '!')"], Probes = ["SELECT F FROM $T ORDER BY F"] },
        new("stored column") { Columns = ", F INTEGER NOT NULL AS (length(OpReq)) STORED, G INT AS (F + OpInt)", Fragments = ["F INTEGER NOT NULL AS (length(OpReq)) STORED"], Probes = ["SELECT F, G FROM $T ORDER BY G"] },
        new("STRICT") { Options = " strict", Columns = ", F ANY", Values = (", F", [", '1'", ", x'00'", ", 1.5"]), Probes = ["UPDATE $T SET OpReq = x'00'", "SELECT typeof(F) FROM $T ORDER BY 1"] },
        new("WITHOUT ROWID") { Options = " WITHOUT  ROWID", Probes = ["SELECT rowid FROM $T"] },
        new("STRICT and WITHOUT ROWID with a key of text") { Id = "Id TEXT PRIMARY KEY", Options = " STRICT,WITHOUT ROWID", Probes = ["INSERT INTO $T (OpReq) VALUES ('x')"] },
        new("deferrable foreign key") { Columns = ", F INT REFERENCES P DEFERRABLE INITIALLY DEFERRED", Values = (", F", [", 1", ", 2", ", 1"]), Fragments = ["F INT REFERENCES P DEFERRABLE INITIALLY DEFERRED"], Probes = ["UPDATE $T SET F = 9; SELECT count(*) FROM pragma_foreign_key_check WHERE parent = 'P'"] },
        .. ReferenceFeatures.All,
        .. ValueFeatures.All,
    ];
}
