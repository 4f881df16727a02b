using System;

namespace BrokenApp;

internal static class Broken
{
    static Broken() => throw new FormatException("The app has no country.");

    public static int Value { get; } = 1;
}
