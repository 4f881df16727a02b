using System.Linq;
using System.Text;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Apply.Postgres;
using DbMigrate.Engine.Introspection.Postgres;

namespace DbMigrate.Engine.Offline.Postgres;

/// <summary>Scripts for <c>psql</c>, PostgreSQL's own client.</summary>
internal sealed class PostgresClientScript(PostgresHistoryStore history) : ClientScript(history)
{
    public override string FirstLines => "\\set ON_ERROR_STOP on\n";

    public override void RequireIdempotent()
    {
        // The client can leave parts out: \if.
    }

    public override string Write(ScriptPart part)
    {
        var text = new StringBuilder($"-- {part.Title.ReplaceLineEndings(" ")}\n");
        var isOpen = false;
        if (part.OnlyIf is { } condition)
        {
            // The condition reads our table, which must be there by then.
            foreach (var statement in part.Create)
                Append(text, statement);
            text.Append("SELECT (").Append(History.Holds(condition)).Append(") AS dbmigrate_is_due \\gset\n\\if :dbmigrate_is_due\n");
        }

        Open();
        foreach (var statement in part.OnlyIf is null ? part.Create : [])
            Append(text, statement);
        foreach (var check in part.Checks)
            Append(text, Check(check));
        foreach (var statement in part.Script.Statements)
        {
            if (statement.SuppressTransaction)
                Close();
            else
                Open();
            Append(text, statement.Text);
        }

        Open();
        foreach (var statement in part.Records)
            Append(text, statement);
        Close();
        if (part.OnlyIf is not null)
            text.Append("\\endif\n");
        return text.ToString();

        void Open()
        {
            if (!isOpen)
                Append(text, "BEGIN");
            isOpen = true;
        }

        void Close()
        {
            if (isOpen)
                Append(text, "COMMIT");
            isOpen = false;
        }
    }

    private string Check(RowCheck check) => $"""
        DO $dbmigrate$ BEGIN
            IF ({History.Holds(check)}) = 0 THEN
                RAISE EXCEPTION USING MESSAGE = {PostgresText.Literal(check.Failure)};
            END IF;
        END $dbmigrate$
        """.ReplaceLineEndings("\n");

    private static void Append(StringBuilder text, string statement)
    {
        var trimmed = statement.TrimEnd();
        text.Append(trimmed);
        if (trimmed.Split('\n').Last().Contains("--", System.StringComparison.Ordinal))
            text.Append('\n').Append(';');
        else if (!trimmed.EndsWith(';'))
            text.Append(';');
        text.Append('\n');
    }
}
