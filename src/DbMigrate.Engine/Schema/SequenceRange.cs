using System;

namespace DbMigrate.Engine.Schema;

/// <summary>The values that a sequence may have.</summary>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest value.</param>
internal readonly record struct SequenceRange(long Least, long Most)
{
    /// <summary>The range of a sequence, the usual one where nothing else is said.</summary>
    public static SequenceRange Of(Sequence sequence)
    {
        var usual = Usual(sequence);
        return new(sequence.MinValue ?? usual.Least, sequence.MaxValue ?? usual.Most);
    }

    /// <summary>What a database takes for a sequence of this type and direction where no limits are given.</summary>
    public static SequenceRange Usual(Sequence sequence)
    {
        var most = Largest(sequence.ClrType);
        return sequence.IncrementBy > 0 ? new(1, most) : new(-most - 1, -1);
    }

    /// <summary>The one of two types that has all values of the other.</summary>
    public static Type Wider(Type one, Type other) => Largest(one) < Largest(other) ? other : one;

    /// <summary>Whether a value is in the range.</summary>
    public bool Holds(long value) => value >= Least && value <= Most;

    /// <summary>Whether all values of another range are in this one.</summary>
    public bool Covers(SequenceRange other) => Holds(other.Least) && Holds(other.Most);

    /// <summary>The smallest range that covers both.</summary>
    public SequenceRange With(SequenceRange other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));

    private static long Largest(Type type) => type == typeof(short) ? short.MaxValue : type == typeof(int) ? int.MaxValue : long.MaxValue;
}
