using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Module.Tests.Grammar;

/// <summary>
/// One table of inputs for every parameter that takes a revision. The folder has aaaa1, bbbb2 on it, and on bbbb2 the
/// branches cccc1 (sales), dddd1 and cccc2 (stock); the database has been brought to cccc1. A column is a way to use
/// revisions; a cell has the ids that come out, or the name of the error. Where a database is asked, steps count from where
/// it is; without one, back from the head and up from the base; in a script, from the start of its range. A merge of one
/// revision is refused, and says which one it was.
/// </summary>
internal static class GrammarTable
{
    private const string Text = """
        input         | look up              | edit                 | build on             | depend on            | merge                | apply                | undo                  | range to                      | script to                     | stamp
        bbbb2         | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        'BBBB2'       | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        ' bbbb2 '     | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        bbbb          | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        aaaa1         | aaaa1                | aaaa1                | aaaa1                | aaaa1                | aaaa1                |                      | cccc1 bbbb2           | aaaa1                         | aaaa1                         | aaaa1
        dddd1         | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | RevisionNotReachable  | dddd1 cccc1 bbbb2 aaaa1       | dddd1 cccc1 bbbb2 aaaa1       | dddd1
        heads         | cccc2 dddd1          | cccc2 dddd1          | cccc2 dddd1          | cccc2 dddd1          | cccc2 dddd1          | cccc2 dddd1          | RevisionAmbiguous     | dddd1 cccc1 cccc2 bbbb2 aaaa1 | dddd1 cccc1 cccc2 bbbb2 aaaa1 | cccc2 dddd1
        head          | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads         | MultipleHeads                 | MultipleHeads                 | MultipleHeads
        base          |                      | RevisionNotFound     | (none)               | RevisionNotFound     | MergeInvalid         |                      | cccc1 bbbb2 aaaa1     |                               |                               | the empty start
        current       | cccc1                | cccc1                | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     |                      |                       | cccc1 bbbb2 aaaa1             | RevisionNotFound              | cccc1
        current-1     | bbbb2                | bbbb2                | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotReachable | cccc1                 | bbbb2 aaaa1                   | RevisionNotFound              | bbbb2
        sales         | cccc1                | cccc1                | cccc1                | sales                | cccc1                |                      |                       | cccc1 bbbb2 aaaa1             | cccc1 bbbb2 aaaa1             | cccc1
        sales@head    | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | RevisionNotReachable  | dddd1 cccc1 bbbb2 aaaa1       | dddd1 cccc1 bbbb2 aaaa1       | dddd1
        sales@head-1  | cccc1                | cccc1                | cccc1                | cccc1                | cccc1                |                      |                       | cccc1 bbbb2 aaaa1             | cccc1 bbbb2 aaaa1             | cccc1
        sales@bbbb2   | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        dddd1@head    | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | RevisionNotReachable  | dddd1 cccc1 bbbb2 aaaa1       | dddd1 cccc1 bbbb2 aaaa1       | dddd1
        sales@dddd1   | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | RevisionNotReachable  | dddd1 cccc1 bbbb2 aaaa1       | dddd1 cccc1 bbbb2 aaaa1       | dddd1
        stock@head    | cccc2                | cccc2                | cccc2                | cccc2                | cccc2                | cccc2                | RevisionNotReachable  | cccc2 bbbb2 aaaa1             | cccc2 bbbb2 aaaa1             | cccc2 cccc1
        sales@heads   | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | dddd1                | RevisionNotReachable  | dddd1 cccc1 bbbb2 aaaa1       | dddd1 cccc1 bbbb2 aaaa1       | dddd1
        sales@base    |                      | RevisionNotFound     | (none)               | RevisionNotFound     | MergeInvalid         |                      | cccc1 bbbb2 aaaa1     |                               |                               | the empty start
        dddd1-1       | cccc1                | cccc1                | cccc1                | cccc1                | cccc1                |                      |                       | cccc1 bbbb2 aaaa1             | cccc1 bbbb2 aaaa1             | cccc1
        base+2        | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                |                      | cccc1                 | bbbb2 aaaa1                   | bbbb2 aaaa1                   | bbbb2
        -1            | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | RevisionNotReachable | cccc1                 | MultipleHeads                 | RevisionNotReachable          | bbbb2
        -2            | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | RevisionNotReachable | cccc1 bbbb2           | MultipleHeads                 | RevisionNotReachable          | aaaa1
        +1            | aaaa1                | aaaa1                | aaaa1                | aaaa1                | aaaa1                | dddd1                | RevisionNotReachable  | aaaa1                         | aaaa1                         | dddd1
        +2            | bbbb2                | bbbb2                | bbbb2                | bbbb2                | bbbb2                | RevisionNotReachable | RevisionNotReachable  | bbbb2 aaaa1                   | bbbb2 aaaa1                   | RevisionNotReachable
        (-1)          | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | MultipleHeads        | RevisionNotReachable | cccc1                 | MultipleHeads                 | RevisionNotReachable          | bbbb2
        sales@-1      | cccc1                | cccc1                | cccc1                | cccc1                | cccc1                | RevisionNotReachable | cccc1                 | cccc1 bbbb2 aaaa1             | RevisionNotReachable          | bbbb2
        stock@+1      | aaaa1                | aaaa1                | aaaa1                | aaaa1                | aaaa1                | cccc2                | RevisionNotReachable  | aaaa1                         | aaaa1                         | cccc2 cccc1
        cccc          | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous     | RevisionAmbiguous             | RevisionAmbiguous             | RevisionAmbiguous
        bbbb2+1       | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous    | RevisionAmbiguous     | RevisionAmbiguous             | RevisionAmbiguous             | RevisionAmbiguous
        dddd1+1       | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable  | RevisionNotReachable          | RevisionNotReachable          | RevisionNotReachable
        aaaa1-5       | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable | RevisionNotReachable  | RevisionNotReachable          | RevisionNotReachable          | RevisionNotReachable
        nowhere       | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        sales@nowhere | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        sales@cccc2   | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        nothing@head  | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        'a@b@c'       | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        'a b'         | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        '@head'       | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        aaaa1:bbbb2   | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RangeInvalid                  | RangeInvalid                  | RevisionNotFound
        12            | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        1e3           | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RevisionNotFound              | RevisionNotFound              | RevisionNotFound
        $true         | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound     | RevisionNotFound      | RangeInvalid                  | RangeInvalid                  | RevisionNotFound
        ''            | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing       | RevisionMissing               | RevisionMissing               | RevisionMissing
        '  '          | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing       | RevisionMissing               | RevisionMissing               | RevisionMissing
        $null         | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing       | RevisionMissing               | RevisionMissing               | RevisionMissing
        @()           | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | RevisionMissing      | CannotConvertArgument | CannotConvertArgument         | RevisionMissing               | RevisionMissing
        """;

    /// <summary>The inputs, as one writes them in PowerShell, each with what is expected in a column.</summary>
    public static IReadOnlyList<(string Input, string Expected)> Column(string name)
    {
        var lines = Text.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var column = Array.IndexOf(lines[0], name);
        return [.. lines.Skip(1).Select(cells => (cells[0], cells[column]))];
    }
}
