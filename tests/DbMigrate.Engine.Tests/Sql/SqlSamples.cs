using CsCheck;

namespace DbMigrate.Engine.Tests.Sql;

/// <summary>Random texts out of the pieces on which a tokenizer can trip.</summary>
internal static class SqlSamples
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "a", "CASE", "END", "x", "'", "''", "\"", "`", "[", "]", "(", ")", ",", ";", " ", "\n", "\r\n", "\t", "--", "-", "/*", "*/", "*", "/",
        "1", ".", "e", "0x", "'it''s'", "\"q\"", "x'00'", "||", "->", "?", ":", "@p", "$", "é", "(a)", "-- c\n", "/* c */");

    public static Gen<string> Text { get; } = Piece.Array[0, 30].Select(string.Concat);
}
