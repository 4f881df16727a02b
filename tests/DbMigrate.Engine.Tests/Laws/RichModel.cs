using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>A model as people write it, with every feature that reaches SQLite.</summary>
internal static class RichModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<Customer>(e =>
        {
            e.ToTable("Customers", t => t.HasComment("Who buys.\r\n\r\n  And who paid.").HasCheckConstraint("CK_Customers_Email", "instr(Email, '@') > 1 -- plain\n AND Email <> ''"));
            e.Property(c => c.Id).HasComment("Never reused.");
            e.Property(c => c.Email).HasMaxLength(200).UseCollation("NOCASE").HasComment("Lower case\nby convention");
            e.Property(c => c.FullName).HasColumnName("full name").HasComputedColumnSql("First || ' '  || Last");
            e.Property(c => c.Search).HasComputedColumnSql("(lower(Email))", stored: true).UseCollation("RTRIM");
            e.Property(c => c.Created).HasDefaultValueSql("(CURRENT_TIMESTAMP)");
            e.Property(c => c.Kind).HasConversion<string>().HasDefaultValue(Kind.Firm);
            e.Property(c => c.Credit).HasPrecision(10, 2).HasDefaultValue(-12.50m);
            e.Property(c => c.Version).IsRowVersion();
            e.Property(c => c.Flags).HasDefaultValue(true);
            e.Property(c => c.Photo).HasDefaultValue(new byte[] { 0, 255 });
            e.Property(c => c.Tags).HasDefaultValueSql("'[]'");
            e.HasAlternateKey(c => c.Email).HasName("AK Customers' Email");
            e.OwnsOne(c => c.Address);
            e.OwnsOne(c => c.Settings).ToJson();
            e.HasIndex(c => new { c.Last, c.First }).IsDescending(false, true).HasFilter("\"Last\" <> '--'");
            e.HasIndex(c => c.Created).IsDescending().IsUnique();
            e.HasData(new { Id = 1, Email = "a@b", First = "A", Last = "O'B", Credit = 1m, Kind = Kind.Person, Flags = false, Tags = new List<string>() });
            e.OwnsOne(c => c.Address).HasData(new { CustomerId = 1, City = "Bonn" });
        });
        model.Entity<Order>(e =>
        {
            e.ToTable("order details", t => t.HasComment("Has one first column without a comment."));
            e.HasKey(o => new { o.Number, o.CustomerId }).HasName("PK orders");
            e.Property(o => o.Placed).HasDefaultValue(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            e.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("FK \"order\"");
            e.HasOne<Customer>().WithMany().HasForeignKey(o => o.Email).HasPrincipalKey(c => c.Email).OnDelete(DeleteBehavior.SetNull);
            e.HasOne<Order>().WithMany().HasForeignKey(o => new { o.ParentNumber, o.ParentCustomerId }).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<Animal>().ToTable("Animals").HasDiscriminator<string>("kind").HasValue<Dog>("dog").HasValue<Cat>("cat");
        model.Entity<Dog>().HasOne<Customer>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Cascade);
        model.Entity<Cat>();
        model.Entity<Vehicle>().UseTptMappingStrategy();
        model.Entity<Car>().HasOne<Vehicle>().WithOne().HasForeignKey<Car>("TwinId");
        model.Entity<Group>().HasMany(g => g.Members).WithMany();
        model.Entity<Code>(e =>
        {
            e.HasNoKey();
            e.Property(c => c.Text).HasColumnName("a\"b'c[d]");
            e.HasIndex(c => c.Text).HasDatabaseName("ix \"of\" codes");
        });
    }

    internal enum Kind
    {
        Person,
        Firm,
    }

    internal sealed class Customer
    {
        public int Id { get; set; }

        public required string Email { get; set; }

        public required string First { get; set; }

        public required string Last { get; set; }

        public string? FullName { get; set; }

        public string? Search { get; set; }

        public DateTimeOffset Created { get; set; }

        public Kind Kind { get; set; }

        public decimal Credit { get; set; }

        public byte[]? Version { get; set; }

        public bool Flags { get; set; }

        public byte[]? Photo { get; set; }

        public List<string> Tags { get; set; } = [];

        public required Address Address { get; set; }

        public Settings? Settings { get; set; }
    }

    internal sealed class Address
    {
        public required string City { get; set; }

        public string? Street { get; set; }
    }

    internal sealed class Settings
    {
        public bool News { get; set; }
    }

    internal sealed class Order
    {
        public Guid Number { get; set; }

        public int CustomerId { get; set; }

        public string? Email { get; set; }

        public Guid? ParentNumber { get; set; }

        public int? ParentCustomerId { get; set; }

        public DateTime Placed { get; set; }

        public TimeSpan? Took { get; set; }
    }

    internal abstract class Animal
    {
        public long Id { get; set; }
    }

    internal sealed class Dog : Animal
    {
        public int OwnerId { get; set; }
    }

    internal sealed class Cat : Animal
    {
        public float Lives { get; set; }
    }

    internal class Vehicle
    {
        public int Id { get; set; }
    }

    internal sealed class Car : Vehicle
    {
        public DateOnly Built { get; set; }
    }

    internal sealed class Group
    {
        public required string Id { get; set; }

        public List<Customer> Members { get; } = [];
    }

    internal sealed class Code
    {
        public char? Text { get; set; }
    }
}
