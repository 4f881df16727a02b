using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>Case 57: hierarchies in one table, in a table for each class, in a table for each concrete class. What counts is where the rows are.</summary>
internal static class HierarchyCases
{
    private static readonly Action<ModelBuilder> TablePerConcreteClass = Animals(e => e.UseTpcMappingStrategy(), hasKeepers: false);

    public static IReadOnlyList<ModelCase> All { get; } =
    [
        new("57 one table becomes a table for each class", Animals(e => e.UseTphMappingStrategy()), Animals(e => e.UseTptMappingStrategy())) { HasAnyOperations = true },
        new("57 one table becomes a table for each concrete class", Animals(e => e.UseTphMappingStrategy(), hasKeepers: false), TablePerConcreteClass) { HasAnyOperations = true },
        new("57 tables for each concrete class become one", TablePerConcreteClass, Animals(e => e.UseTphMappingStrategy(), hasKeepers: false)) { HasAnyOperations = true },
    ];

    private static Action<ModelBuilder> Animals(Action<EntityTypeBuilder<Animal>> mapping, bool hasKeepers = true) => model =>
    {
        model.Entity<Animal>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            mapping(e);
        });
        model.Entity<Dog>().HasData(new Dog { Id = 1, Name = "Rex", Tricks = 3 }, new Dog { Id = 2, Name = "Bello", Tricks = 0 });
        model.Entity<Cat>().HasData(new Cat { Id = 3, Name = "Minka", Lives = 9 });
        if (hasKeepers)
        {
            model.Entity<Keeper>(e =>
            {
                e.Property(k => k.Id).ValueGeneratedNever();
                e.HasOne<Animal>().WithMany().HasForeignKey(k => k.AnimalId);
                e.HasOne<Dog>().WithMany().HasForeignKey(k => k.DogId);
                e.HasData(new Keeper { Id = 1, AnimalId = 3, DogId = 2 });
            });
        }
    };

    private abstract class Animal
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Dog : Animal
    {
        public int Tricks { get; set; }
    }

    private sealed class Cat : Animal
    {
        public int Lives { get; set; }
    }

    private sealed class Keeper
    {
        public int Id { get; set; }

        public int AnimalId { get; set; }

        public int? DogId { get; set; }
    }
}
