using System.Management.Automation.Host;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Asking;

/// <summary>Asks what the rows that are there get in one column.</summary>
internal static class FillQuestion
{
    /// <summary>The entry of <c>-Fill</c> that says it; null where it stays open.</summary>
    /// <param name="host">Asks.</param>
    /// <param name="open">Whose decision it is.</param>
    /// <param name="fill">The column.</param>
    /// <param name="problem">Why the answer before cannot be used; empty at first.</param>
    public static FillMessage? Ask(HostQuestions host, OpenDecisions open, OpenFill fill, string problem)
    {
        var key = open.Key(fill.Name);
        ChoiceDescription[] choices =
        [
            new("&Value", $"The same value in all rows, as with -Fill {PasteReady.Literals([(key, fill.Example)])}."),
            new("&Expression", $"An SQL expression over each row, as with -Fill @{{ {PasteReady.Text(key)} = @{{ Sql = '…' }} }}."),
            new("&Stop", "Nothing is written."),
        ];
        var message = $"The model requires {fill.Name} ({fill.Facts}) and gives no default; the rows that are there need a value.{open.Advice(fill)}";
        while (true)
        {
            switch (host.Choose($"What do the rows get in {fill.Name}?{RenameQuestion.Place(open)}", problem.Length == 0 ? message : problem + "\n" + message, choices))
            {
                case 0 when host.Read($"The value of {fill.Name}, without quotes:", "Value") is { } value:
                    return new() { Column = key, Value = value, ValueType = typeof(string).FullName };
                case 1 when host.Read($"The SQL expression for {fill.Name}:", "Expression") is { } sql:
                    if (!string.IsNullOrWhiteSpace(sql))
                        return new() { Column = key, Sql = sql };
                    problem = "There was no expression.";
                    continue;
                default:
                    return null;
            }
        }
    }
}
