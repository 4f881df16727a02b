using System;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// The statement of an object exactly as a database keeps it, with the layout, comments and spelling of whoever wrote
/// it. It only helps to write the object again as it was: all are equal, so that records holding one compare by what
/// they mean.
/// </summary>
/// <param name="sql">The text; null where it is not known.</param>
public readonly struct StoredText(string? sql) : IEquatable<StoredText>
{
    /// <summary>The text; null where it is not known.</summary>
    public string? Sql { get; } = sql;

    /// <summary>Makes a stored text of a statement.</summary>
    /// <param name="sql">The statement.</param>
    public static implicit operator StoredText(string? sql) => new(sql);

    /// <summary>The text with a change that the database makes in it too, for example a rename.</summary>
    /// <param name="change">The change.</param>
    public StoredText Change(Func<string, string> change) => Sql is null ? this : new(change(Sql));

    /// <inheritdoc />
    public bool Equals(StoredText other) => true;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is StoredText;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(StoredText left, StoredText right) => left.Equals(right);

    /// <summary>Always false.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(StoredText left, StoredText right) => !left.Equals(right);
}
