using System.Collections.Generic;

namespace DbMigrate.Engine.Tests.SqliteFidelity.Matrix;

/// <summary>Features of foreign keys and keys.</summary>
internal static class ReferenceFeatures
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("children that go and follow")
        {
            After = "CREATE TABLE C (Id INTEGER PRIMARY KEY, TId INT REFERENCES T (Id) ON DELETE CASCADE ON UPDATE CASCADE);INSERT INTO C VALUES (1, 5), (2, 7), (3, 7);",
            Probes = ["SELECT * FROM C", "DELETE FROM $T WHERE Id = 7; SELECT * FROM C", "UPDATE $T SET Id = 70 WHERE Id = 7; SELECT * FROM C"],
        },
        new("children that forbid") { After = "CREATE TABLE C (TId INT REFERENCES T ON DELETE RESTRICT);INSERT INTO C VALUES (5);", Probes = ["SELECT * FROM C", "DELETE FROM $T WHERE Id = 5"] },
        new("children of a unique column")
        {
            Columns = ", F TEXT NOT NULL UNIQUE",
            Values = (", F", [", 'a'", ", 'b'", ", 'c'"]),
            After = "CREATE TABLE C (TF TEXT DEFAULT 'a' REFERENCES T (F) ON DELETE SET DEFAULT ON UPDATE SET NULL);INSERT INTO C VALUES ('b'), ('c');",
            Probes = ["DELETE FROM $T WHERE F = 'b'; SELECT * FROM C", "UPDATE $T SET F = 'd' WHERE F = 'c'; SELECT * FROM C"],
        },
        new("reference to itself")
        {
            Columns = ", F INT REFERENCES T (Id) ON DELETE SET NULL",
            Values = (", F", [", NULL", ", 5", ", 7"]),
            Probes = ["DELETE FROM $T WHERE Id = 5; SELECT F FROM $T ORDER BY Id"],
        },
        new("foreign key of two columns")
        {
            Before = "CREATE TABLE Q (A INT, B TEXT, PRIMARY KEY (A, B));INSERT INTO Q VALUES (1, 'a');",
            Columns = ", F INT, G TEXT",
            Constraints = ", CONSTRAINT odd foreign key (F, G) references Q match simple on update cascade",
            Values = (", F, G", [", 1, 'a'", ", NULL, NULL", ", 1, NULL"]),
            Fragments = ["CONSTRAINT odd foreign key (F, G) references Q match simple on update cascade"],
            Probes = ["UPDATE Q SET B = 'b'; SELECT G FROM $T ORDER BY Id", "UPDATE $T SET F = 2, G = 'x'"],
        },
        new("composite key") { Id = "Id INTEGER NOT NULL", Columns = ", F TEXT NOT NULL", Constraints = ", PRIMARY KEY (F, Id)", Values = (", F", [", 'a'", ", 'a'", ", 'b'"]), Probes = ["UPDATE $T SET Id = 5, F = 'a'", "SELECT rowid FROM $T ORDER BY 1"] },
        new("key with an order and a collation") { Id = "Id TEXT", Constraints = ", primary key (Id collate nocase desc)", Probes = ["SELECT name, \"desc\", coll FROM pragma_index_list('$T') l, pragma_index_xinfo(l.name) WHERE origin = 'pk'", "UPDATE $T SET Id = 'x' WHERE Id = '5'; UPDATE $T SET Id = 'X' WHERE Id = '7'"] },
        new("descending key that is no row id") { Id = "Id INTEGER PRIMARY KEY DESC", Probes = ["SELECT rowid, Id FROM $T ORDER BY Id", Feature.Insert() + "; SELECT Id IS NULL FROM $T ORDER BY 1"] },
        new("key that replaces on conflict") { Id = "Id INTEGER PRIMARY KEY ON CONFLICT REPLACE", Probes = [Feature.Insert(", Id", ", 5") + "; SELECT OpReq FROM $T ORDER BY Id"] },
        new("unique constraint that ignores on conflict") { Columns = ", F TEXT UNIQUE ON CONFLICT IGNORE", Values = (", F", [", 'a'", ", 'b'", ", NULL"]), Fragments = ["F TEXT UNIQUE ON CONFLICT IGNORE"], Probes = [Feature.Insert(", F", ", 'a'") + "; SELECT count(*) FROM $T"] },
        new("NOT NULL that replaces on conflict") { Columns = ", F TEXT DEFAULT 'd' NOT NULL ON CONFLICT REPLACE", Values = (", F", [", 'a'", ", 'b'", ", 'c'"]), Fragments = ["F TEXT DEFAULT 'd' NOT NULL ON CONFLICT REPLACE"], Probes = [Feature.Insert(", F", ", NULL") + "; SELECT F FROM $T ORDER BY F"] },
        new("unnamed unique constraint") { Columns = ", F TEXT, G TEXT", Constraints = ", UNIQUE (F, G)", Values = (", F, G", [", 'a', 'a'", ", 'a', 'b'", ", NULL, NULL"]), Fragments = ["UNIQUE (F, G)"], Probes = ["UPDATE $T SET F = 'x', G = 'x'"] },
        new("unique constraint with an order") { Columns = ", F TEXT", Constraints = ", constraint u UNIQUE (F collate rtrim desc, Id)", Values = (", F", [", 'a'", ", 'a'", ", 'c'"]), Fragments = ["constraint u UNIQUE (F collate rtrim desc, Id)"] },
    ];
}
