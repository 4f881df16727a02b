using System;
using CsCheck;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>
/// A law that says something only when all that it is about was drawn. What comes five times in 200 pairs is missing in one
/// run of 150: so some more are drawn before a test says that it never comes.
/// </summary>
internal static class CoveredLaw
{
    private const int MostRounds = 3;

    /// <summary>Tries the law on drawn cases.</summary>
    /// <typeparam name="T">What is drawn.</typeparam>
    /// <param name="gen">Draws.</param>
    /// <param name="law">Throws where the law does not hold.</param>
    /// <param name="cases">How many cases; three times as many at most.</param>
    /// <param name="isCovered">Whether all was drawn that the law is about.</param>
    /// <param name="print">Writes a case down that failed.</param>
    /// <returns>How many cases were drawn.</returns>
    public static int SampleAll<T>(this Gen<T> gen, Action<T> law, int cases, Func<bool> isCovered, Func<T, string> print)
    {
        for (var round = 1; ; round++)
        {
            gen.Sample(law, iter: cases, threads: 1, print: print);
            if (round == MostRounds || isCovered())
                return round * cases;
        }
    }
}
