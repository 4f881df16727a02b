using System;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Grammar;

/// <summary>The folder and the database that the table speaks of.</summary>
public sealed class GrammarFolder : IDisposable
{
    /// <summary>What names the database.</summary>
    public const string Database = " -Provider Sqlite -ConnectionString 'Data Source=grammar.db'";

    private readonly ShopProject _shop = new();

    public GrammarFolder()
    {
        _shop.Folder.Write("graph/dbmigrate.psd1", "@{ Project = '../src/Shop' }");
        Node("aaaa1", "");
        Node("bbbb2", "aaaa1");
        Node("cccc1", "bbbb2", "sales");
        Node("dddd1", "cccc1");
        Node("cccc2", "bbbb2", "stock");
        Session.Run("Update-Database cccc1 -Path graph" + Database).MustSucceed();
        Environment.SetEnvironmentVariable("EDITOR", Environment.ProcessPath);
    }

    internal Session Session => _shop.Session;

    internal string Versions => _shop.Folder["graph/versions"];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("EDITOR", null);
        _shop.Dispose();
    }

    private void Node(string id, string parent, string label = "") => _shop.Folder.WriteNode(id, parent, labels: label, folder: "graph/versions");
}
