using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Replay;

public sealed class DatabaseReplayTests : ReplayTest
{
    [Fact]
    public void A_sequence_is_created_altered_restarted_renamed_and_dropped()
    {
        static void Script(MigrationBuilder b)
        {
            b.CreateSequence<int>("Numbers", "shop", startValue: 5, incrementBy: 2, minValue: 1, maxValue: 99, cyclic: true);
            b.AlterSequence("Numbers", "shop", incrementBy: 3, oldIncrementBy: 2);
            b.RestartSequence("Numbers", 7, "shop");
            b.RenameSequence("Numbers", "shop", "Ids");
        }

        Assert.Equal([new Sequence("Ids", typeof(int)) { StartValue = 7, IncrementBy = 3 }], Replay(Shop, Script, Server).Sequences.Values);
        Assert.Empty(Replay(Shop, b => { Script(b); b.DropSequence("Ids"); }, Server).Sequences);
        Conflicts(b => b.DropSequence("Nothing"), "Nothing");
        Conflicts(b => { b.CreateSequence("A"); b.CreateSequence("A"); }, "A");
    }

    [Fact]
    public void The_database_has_annotations_and_where_it_can_a_collation()
    {
        static void Script(MigrationBuilder b)
        {
            b.AlterDatabase(collation: "de").Annotation("Npgsql:Enum:mood", "sad,ok").Annotation("X:Old", 1);
            b.AlterDatabase(collation: "de", oldCollation: "de").Annotation("X:New", 1).OldAnnotation("X:Old", 1);
        }

        Assert.Equal("de", Replay(Shop, Script, Server).Collation);
        Assert.Null(Replay(Shop, Script).Collation);
        Assert.Equal(["Npgsql:Enum:mood", "X:New"], Replay(Shop, Script).Annotations.Items.Select(p => p.Key));
    }

    [Fact]
    public void A_schema_comes_once_and_goes()
        => Assert.Equal(["b"], Replay(Shop, b =>
        {
            b.EnsureSchema("a");
            b.EnsureSchema("a");
            b.EnsureSchema("b");
            b.DropSchema("a");
        }, Server).Schemas);

    [Fact]
    public void Triggers_views_and_indexes_in_SQL_are_recorded()
    {
        var schema = Replay(Shop, b => b.Sql("""
            UPDATE Customers SET Note = 'x';
            CREATE VIEW Names AS SELECT Name FROM Customers;
            CREATE TRIGGER Names_Insert INSTEAD OF INSERT ON Names BEGIN SELECT 1; END;
            CREATE INDEX IX_Lower ON Customers (lower(Name));
            CREATE UNIQUE INDEX IX_Note ON Customers (Note DESC) WHERE Note <> '';
            """));

        Assert.Equal(["Names"], schema.Views.Keys.Select(n => n.Name));
        Assert.Equal("Names", schema.Triggers["Names_Insert"].Table.Name);
        Assert.Equal(["IX_Customers_Name", "IX_Lower", "IX_Note"], schema.Tables["Customers"].Indexes.Select(i => i.Name));
        Assert.Contains(new Index("IX_Note", ["Note"]) { IsUnique = true, IsDescending = [true], Filter = "Note <> ''" }, schema.Tables["Customers"].Indexes);
        var dropped = Replay(schema, b => b.Sql("DROP VIEW Names; DROP INDEX IX_Lower; DROP INDEX IF EXISTS IX_Note"));
        Assert.Empty(dropped.Views);
        Assert.Empty(dropped.Triggers);
        Assert.Equal(Shop.Tables["Customers"].Indexes, dropped.Tables["Customers"].Indexes);
    }

    [Fact]
    public void An_object_that_is_there_is_a_conflict_unless_the_statement_is_conditional()
    {
        Conflicts(b => b.Sql("CREATE INDEX IX_Customers_Name ON Orders (Id)"), "index IX_Customers_Name");
        Conflicts(b => b.Sql("CREATE VIEW v AS SELECT 1; CREATE VIEW v AS SELECT 2"), "view v");
        Assert.Equal("CREATE VIEW v AS SELECT 1", Replay(Shop, b => b.Sql("CREATE VIEW v AS SELECT 1; CREATE VIEW IF NOT EXISTS v AS SELECT 2")).Views["v"]);
    }

    [Fact]
    public void Other_SQL_drops_of_what_is_unknown_and_operations_of_providers_are_opaque()
    {
        var schema = Replay(Shop, b =>
        {
            b.Sql("DROP TRIGGER Unknown; CREATE TABLE Other (a); PRAGMA user_version = 3");
            b.Operations.Add(new ProviderOperation());
        });

        Assert.Empty(SchemaComparer.Compare(Shop, schema, seeds: true));
    }

    private sealed class ProviderOperation : MigrationOperation;
}
