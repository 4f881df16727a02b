using System.Collections.Generic;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Classes whose mapping to tables changes.</summary>
internal static class MappingModel
{
    internal sealed class Order
    {
        public int Id { get; set; }

        public string? Number { get; set; }

        public string? Note { get; set; }

        public Address Ship { get; set; } = new();

        public Detail? Detail { get; set; }

        public List<Line> Lines { get; } = [];
    }

    internal sealed class Address
    {
        public string? City { get; set; }

        public string? Street { get; set; }
    }

    internal sealed class Line
    {
        public string? Text { get; set; }

        public int Count { get; set; }
    }

    internal sealed class Detail
    {
        public int Id { get; set; }

        public string? Remark { get; set; }

        public Order? Order { get; set; }
    }

    internal abstract class Animal
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    internal sealed class Dog : Animal
    {
        public int Tricks { get; set; }
    }

    internal sealed class Cat : Animal
    {
        public string? Colour { get; set; }

        public Dog? Enemy { get; set; }
    }
}
