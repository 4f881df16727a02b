namespace DbMigrate.Engine.Apply;

/// <summary>The columns of history and log, in the types of one database.</summary>
/// <param name="Text">The type of texts.</param>
/// <param name="Number">The type of whole numbers.</param>
/// <param name="NumberedKey">Type and constraints of a key that the database counts up itself.</param>
internal sealed record HistoryDefinition(string Text, string Number, string NumberedKey)
{
    /// <summary>Creates the history table.</summary>
    /// <param name="table">Its name, quoted.</param>
    public string History(string table) => $"""
        CREATE TABLE IF NOT EXISTS {table} (
            "Revision" {Text} NOT NULL PRIMARY KEY,
            "Message" {Text} NOT NULL,
            "AppliedAt" {Text} NOT NULL,
            "AppliedBy" {Text} NOT NULL,
            "DurationMs" {Number} NOT NULL,
            "ScriptHash" {Text} NOT NULL,
            "EfVersion" {Text} NOT NULL,
            "ToolVersion" {Text} NOT NULL,
            "Kind" {Text} NOT NULL
        )
        """.ReplaceLineEndings("\n");

    /// <summary>Creates the log table.</summary>
    /// <param name="table">Its name, quoted.</param>
    public string Log(string table) => $"""
        CREATE TABLE IF NOT EXISTS {table} (
            "Id" {NumberedKey},
            "Revision" {Text} NOT NULL,
            "Direction" {Text} NOT NULL,
            "StartedAt" {Text} NOT NULL,
            "DurationMs" {Number} NOT NULL,
            "Outcome" {Text} NOT NULL,
            "Statement" {Text} NOT NULL,
            "Error" {Text} NOT NULL,
            "RunBy" {Text} NOT NULL,
            "ToolVersion" {Text} NOT NULL
        )
        """.ReplaceLineEndings("\n");
}
