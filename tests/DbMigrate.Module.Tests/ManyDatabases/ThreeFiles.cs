using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.ManyDatabases;

/// <summary>A folder for three SQLite files, without a target: Shop is the default, Orders and Audit have methods of their own.</summary>
public sealed class ThreeFiles : IDisposable
{
    private static readonly string[] Names = ["Shop", "Orders", "Audit"];

    private readonly Dictionary<string, Database> _databases;

    public ThreeFiles()
    {
        _databases = Names.ToDictionary(n => n, n => new Database(Folder[n.ToLowerInvariant() + ".db"]));
        foreach (var (name, database) in _databases)
            Environment.SetEnvironmentVariable(Variable(name), database.ConnectionString);
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", "Sqlite");
        Folder.Write("migrations/dbmigrate.psd1", $"@{{ Databases = @{{\n{string.Join("\n", Names.Select(n => $"{n} = @{{ ConnectionStringVariable = '{Variable(n)}'; Default = ${n == "Shop"} }}"))}\n}} }}");
        Session = new Session(Folder.Path);
    }

    internal TemporaryFolder Folder { get; } = new();

    internal Session Session { get; }

    internal Database this[string name] => _databases[name];

    internal static string Variable(string name) => "THREEFILES_" + name.ToUpperInvariant();

    /// <summary>Writes a revision whose statements are given by database.</summary>
    internal void Write(string id, string parent, params (string Database, string Up, string Down)[] changes)
    {
        var shop = changes.SingleOrDefault(c => c.Database == "Shop");
        Folder.WriteRevision(id, parent, up: Sql(shop.Up), down: Sql(shop.Down), members: string.Join("\n", changes.Where(c => c.Database != "Shop").Select(c =>
            $"void Up{c.Database}(MigrationBuilder migrationBuilder) {{ {Sql(c.Up)} }}\nvoid Down{c.Database}(MigrationBuilder migrationBuilder) {{ {Sql(c.Down)} }}")));
    }

    internal static (string Database, string Up, string Down) Table(string database, string table)
        => (database, $"CREATE TABLE {table} (Id INTEGER PRIMARY KEY)", $"DROP TABLE {table}");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", null);
        foreach (var name in Names)
            Environment.SetEnvironmentVariable(Variable(name), null);
        Session.Dispose();
        Folder.Dispose();
    }

    private static string Sql(string? statement) => string.IsNullOrEmpty(statement) ? "" : $"migrationBuilder.Sql(\"{statement}\");";
}
