namespace DbMigrate.Engine.Apply;

/// <summary>A database as people know it; nothing in it is secret.</summary>
/// <param name="Provider">EF's provider name.</param>
/// <param name="DataSource">Server, or full path of the file.</param>
/// <param name="Place">The server and the database on it, or full path of the file.</param>
/// <param name="Name">The database's name on its server.</param>
/// <param name="User">Who connects; empty where the database knows none.</param>
internal sealed record DatabaseFacts(string Provider, string DataSource, string Place, string Name, string User);
