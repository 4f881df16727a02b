using System.Globalization;
using System.Linq;

namespace DbMigrate.Revisions.Settings;

/// <summary>One of several databases that share a migrations folder.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Its logical name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of its context; empty for that of the folder.</summary>
    public string Context { get; init; } = "";

    /// <summary>Name of the environment variable that holds its connection string; empty for the context's own connection.</summary>
    public string ConnectionStringVariable { get; init; } = "";

    /// <summary>Whether its methods are called <c>Up</c> and <c>Down</c>, as in a folder with one database.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What follows <c>Up</c> and <c>Down</c> in the names of its methods: <c>OrdersEu</c> for <c>orders-eu</c>; empty for the default.</summary>
    public string MethodSuffix => IsDefault ? "" : Suffix(Name);

    /// <summary>Why a text can be no name of a database; null where it can.</summary>
    /// <param name="name">The text.</param>
    public static string? Problem(string name)
    {
        if (name.Trim().Length == 0)
            return "is empty; give the database whose methods are Up and Down a name too, and mark it with Default = $true";
        if (name.Any(c => !IsWordCharacter(c) && c is not ('-' or '.' or ' ')))
            return "has other characters than letters, digits, '_', '-', '.' and ' '";

        return Suffix(name) switch
        {
            "" => "has neither letters nor digits",
            // Migration has properties of these names.
            "Operations" => "would hide UpOperations of EF Core's Migration",
            _ => null,
        };
    }

    private static string Suffix(string name)
        => string.Concat(name.Split('-', '.', ' ').Where(word => word.Length > 0).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word.Substring(1)));

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
