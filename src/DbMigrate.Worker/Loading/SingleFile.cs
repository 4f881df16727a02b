using System;
using System.IO;

namespace DbMigrate.Worker.Loading;

/// <summary>Tells apps that were published as one file, whose assemblies are inside of it.</summary>
internal static class SingleFile
{
    /// <summary>What stands in every starter of an app, after the place of the bundle in it: the hash of ".net core bundle".</summary>
    private static readonly byte[] Mark = Convert.FromHexString("8B1202B96A612038727B930214D7A03213F5B9E6EFAE3318EE3B2DCE24B36AAE");

    public static bool IsBundle(string path)
    {
        var content = File.ReadAllBytes(path).AsSpan();
        var mark = content.IndexOf(Mark);
        return mark >= sizeof(long) && BitConverter.ToInt64(content[(mark - sizeof(long))..]) != 0;
    }
}
