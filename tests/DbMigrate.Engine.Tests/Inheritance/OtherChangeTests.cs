using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A revision that copies rows changes other tables too.</summary>
public sealed class OtherChangeTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_new_table_refers_to_a_key_that_comes_when_the_rows_are_there(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Build(ModelBuilder model, bool isAfter)
        {
            model.Entity<Text>().ToTable("Texts").OwnsOne(t => t.Author, a =>
            {
                if (isAfter)
                    a.ToTable("Authors");
            });
            if (!isAfter)
                return;
            model.Entity<Text>().HasAlternateKey(t => t.Code);
            model.Entity<Note>().ToTable("Notes").HasOne<Text>().WithMany().HasForeignKey(n => n.Code).HasPrincipalKey(t => t.Code);
        }

        var first = Conversion.First(database, m => Build(m, isAfter: false));
        using (var context = database.Context(m => Build(m, isAfter: false)))
        {
            context.Add(new Text { Id = 1, Code = "one", Author = new() { Name = "Ann" } });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Build(m, isAfter: true));
        conversion.Up();
        Assert.Equal(["1|Ann"], database.Query("SELECT * FROM \"Authors\""));
        conversion.Down();
        Assert.Equal(["one|Ann"], database.Query("SELECT \"Code\", \"Author_Name\" FROM \"Texts\""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_a_model_go_before_the_key_by_which_they_are_found(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Build(ModelBuilder model, bool isAfter)
        {
            model.Entity<Text>().ToTable("Texts").OwnsOne(t => t.Author, a =>
            {
                if (isAfter)
                    a.ToTable("Authors");
            });
            if (isAfter)
                model.Entity<Note>().ToTable("Notes").HasNoKey();
            else
                model.Entity<Note>().ToTable("Notes").HasData(new Note { Id = 1, Code = "one" });
            model.Entity<Note>().Property(n => n.Id).ValueGeneratedNever();
        }

        var first = Conversion.First(database, m => Build(m, isAfter: false));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isAfter: true));
        conversion.Up();
        Assert.Empty(database.Query("SELECT * FROM \"Notes\""));
        conversion.Down();
        Assert.Equal(["1|one"], database.Query("SELECT * FROM \"Notes\""));
    }

    [Fact]
    public void Seeded_rows_of_a_table_without_part_in_it_go_before_the_type_of_their_column_changes()
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        static void Build(ModelBuilder model, bool isAfter)
        {
            model.Entity<Text>().ToTable("Texts").OwnsOne(t => t.Author, a =>
            {
                if (isAfter)
                    a.ToTable("Authors");
            });
            model.Entity<Note>().ToTable("Notes").HasData(isAfter ? new Note { Id = 2, Code = "2" } : new Note { Id = 1, Code = "one" });
            model.Entity<Note>().Property(n => n.Id).ValueGeneratedNever();
            if (isAfter)
                model.Entity<Note>().Property(n => n.Code).HasConversion<int>();
        }

        var first = Conversion.First(database, m => Build(m, isAfter: false));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isAfter: true));
        conversion.Up();
        Assert.Equal(["2|2"], database.Query("SELECT * FROM \"Notes\""));
        conversion.Down();
        Assert.Equal(["1|one"], database.Query("SELECT * FROM \"Notes\""));
    }

    [Fact]
    public void A_sequence_takes_the_name_of_one_that_goes()
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        static void Build(ModelBuilder model, bool isAfter)
        {
            model.Entity<Text>().ToTable("Texts").OwnsOne(t => t.Author, a =>
            {
                if (isAfter)
                    a.ToTable("Authors");
            });
            model.HasSequence<int>("Tickets");
            if (!isAfter)
                model.HasSequence<int>("Numbers");
        }

        var first = Conversion.First(database, m => Build(m, isAfter: false));
        _ = database.Query("SELECT nextval('\"Numbers\"')");
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isAfter: true), new() { Renames = [new("Tickets", null), new("Numbers", "Tickets")] });
        conversion.Up();
        Assert.Equal(["2"], database.Query("SELECT nextval('\"Tickets\"')"));
        conversion.Down();
        Assert.Equal(["3"], database.Query("SELECT nextval('\"Numbers\"')"));
    }

    private sealed class Text
    {
        public int Id { get; set; }

        public string Code { get; set; } = "";

        public Author? Author { get; set; }
    }

    private sealed class Author
    {
        public string? Name { get; set; }
    }

    private sealed class Note
    {
        public int Id { get; set; }

        public string Code { get; set; } = "";
    }
}
