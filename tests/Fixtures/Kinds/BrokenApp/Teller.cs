using System;
using System.Data.Common;
using System.Text.Json;

namespace BrokenApp;

/// <summary>Writes what no app should, in the ways that apps do.</summary>
internal static class Teller
{
    public static void Tell(string connectionString)
    {
        var password = (string)new DbConnectionStringBuilder { ConnectionString = connectionString }["Password"];
        Console.WriteLine("The app connects to " + connectionString);
        Console.Error.WriteLine("The app's password is " + password);
        Console.WriteLine("The app logs " + JsonSerializer.Serialize(new { connectionString, password }));
    }
}
