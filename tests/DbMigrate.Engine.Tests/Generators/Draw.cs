using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Random choices, all from one source, so that a seed repeats them.</summary>
internal sealed class Draw(PCG source)
{
    /// <summary>How many things were drawn: the size by which counterexamples are made smaller.</summary>
    public ulong Size { get; private set; }

    public int Below(int count)
    {
        Size++;
        return (int)source.Next((uint)count);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => source.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T? PickOrNull<T>(IEnumerable<T> items)
        where T : class
    {
        var all = items.ToList();
        return all.Count == 0 ? null : Pick(all);
    }

    /// <summary>Some items in random order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int most)
    {
        var rest = items.ToList();
        var taken = new List<T>();
        for (var count = rest.Count == 0 ? 0 : Between(1, most); count > 0 && rest.Count > 0; count--)
        {
            var item = Pick(rest);
            rest.Remove(item);
            taken.Add(item);
        }

        return taken;
    }
}
