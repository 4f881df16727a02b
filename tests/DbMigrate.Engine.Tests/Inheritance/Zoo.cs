using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>How a hierarchy is kept.</summary>
public enum Strategy
{
    /// <summary>One table for all types.</summary>
    Tph,

    /// <summary>A table for what each type adds.</summary>
    Tpt,

    /// <summary>A table for each type that has rows.</summary>
    Tpc,
}

internal sealed class Keeper
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

internal abstract class Animal
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public int? KeeperId { get; set; }

    public Keeper? Keeper { get; set; }
}

internal class Beast : Animal
{
    public string? Sound { get; set; }
}

internal sealed class Cat : Beast
{
    public int Age { get; set; }

    public bool Purrs { get; set; }
}

internal class Dog : Beast
{
    public int Age { get; set; }

    public string Bark { get; set; } = "";
}

internal sealed class Puppy : Dog
{
    public DateTime Born { get; set; }
}

internal sealed class Walk
{
    public int Id { get; set; }

    public int DogId { get; set; }

    public Dog? Dog { get; set; }

    public string Place { get; set; } = "";
}

/// <summary>A model with a hierarchy of four levels, abstract at its top, foreign keys to it and from it, and seeded rows.</summary>
internal static class Zoo
{
    public static void Build(ModelBuilder model, Strategy strategy, bool isSeeded = true)
    {
        model.Entity<Keeper>().ToTable("Keepers");
        model.Entity<Walk>().ToTable("Walks");
        var animal = model.Entity<Animal>();
        animal.HasIndex(a => a.Name);
        model.Entity<Beast>();
        model.Entity<Cat>();
        model.Entity<Dog>();
        model.Entity<Puppy>();
        if (strategy == Strategy.Tph)
            animal.UseTphMappingStrategy();
        else if (strategy == Strategy.Tpt)
            animal.UseTptMappingStrategy();
        else
            animal.UseTpcMappingStrategy();
        if (strategy != Strategy.Tpc)
            animal.ToTable("Animals");
        if (strategy != Strategy.Tph)
        {
            model.Entity<Beast>().ToTable("Beasts");
            model.Entity<Cat>().ToTable("Cats");
            model.Entity<Dog>().ToTable("Dogs");
            model.Entity<Puppy>().ToTable("Puppies");
        }

        if (!isSeeded)
            return;
        model.Entity<Keeper>().HasData(new Keeper { Id = 1, Name = "Kim" });
        model.Entity<Cat>().HasData(new Cat { Id = 101, Name = "Tom", Age = 7, Purrs = true, KeeperId = 1 });
        model.Entity<Dog>().HasData(new Dog { Id = 102, Name = "Rex", Age = 5, Bark = "wuff", Sound = "loud" }, new Dog { Id = 103, Name = "Fay", Age = 4, Bark = "wau" });
        model.Entity<Puppy>().HasData(new Puppy { Id = 104, Name = "Bo", Age = 1, Bark = "wif", Born = new DateTime(2025, 5, 1, 0, 0, 0, DateTimeKind.Utc) });
    }

    /// <summary>Rows as an application writes them, one seeded row changed and one deleted.</summary>
    public static void Fill(DbContext context)
    {
        context.Add(new Keeper { Id = 2, Name = "Lou" });
        context.Add(new Beast { Id = 1, Name = "It's", Sound = "grr", KeeperId = 2 });
        context.Add(new Cat { Id = 2, Name = "Mia", Age = 3, Purrs = true, KeeperId = 1 });
        context.Add(new Dog { Id = 3, Name = "Ace", Age = 9, Bark = "bau", KeeperId = 2 });
        context.Add(new Puppy { Id = 4, Name = "Zoe", Age = 1, Bark = "yip", Born = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), Sound = "soft" });
        context.Add(new Walk { Id = 1, DogId = 3, Place = "park" });
        context.Add(new Walk { Id = 2, DogId = 4, Place = "lake" });
        context.Add(new Walk { Id = 3, DogId = 102, Place = "wood" });
        if (context.Set<Dog>().SingleOrDefault(d => d.Id == 102) is { } changed)
            (changed.Bark, changed.Name) = ("WUFF", "Rex II");
        if (context.Set<Dog>().SingleOrDefault(d => d.Id == 103) is { } deleted)
            context.Remove(deleted);
        context.SaveChanges();
    }

    /// <summary>Every row as an application sees it.</summary>
    public static IReadOnlyList<string> Read(DbContext context) =>
    [
        .. context.Set<Keeper>().OrderBy(k => k.Id).AsEnumerable().Select(k => $"Keeper {k.Id} {k.Name}"),
        .. context.Set<Animal>().AsEnumerable().OrderBy(a => a.Id).Select(Text),
        .. context.Set<Walk>().Include(w => w.Dog).OrderBy(w => w.Id).AsEnumerable().Select(w => $"Walk {w.Id} {w.Place} of {w.Dog!.Name}"),
    ];

    private static string Text(Animal animal) => $"{animal.GetType().Name} {animal.Id} {animal.Name} {animal.KeeperId} {(animal as Beast)?.Sound} " + animal switch
    {
        Cat cat => $"{cat.Age} {cat.Purrs}",
        Puppy puppy => $"{puppy.Age} {puppy.Bark} {puppy.Born:O}",
        Dog dog => $"{dog.Age} {dog.Bark}",
        _ => "",
    };
}
