using System.Collections.Generic;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Examples;

/// <summary>
/// The story that all examples are told from. A shop's project is in <c>src/Shop</c>, its revisions in <c>migrations</c>:
/// <code>
/// * a1b2c3d4e5f6 billing                 (the head)
/// * d4e5f6a7b8c9 deliveries              (the database shop.db stands here)
/// * c7d8e9f0a1b2 suppliers
/// *   e225bed4e4d9 merge a9a37eca2561, b0c1d2e3f4a5
/// |\
/// | * b0c1d2e3f4a5 stock                 (label stock)
/// * | a9a37eca2561 invoices              (label sales)
/// |/
/// * f1c9a7b20de3 open the shop
/// </code>
/// Where an example needs several heads, there are also <c>c3d4e5f6a7b8 shipping</c>, on deliveries, and
/// <c>e8f9a0b1c2d3 newsletter</c> with the label marketing, on the first one.
/// </summary>
internal static class Story
{
    /// <summary>Where the database stands.</summary>
    public const string Current = "d4e5f6a7b8c9";

    /// <summary>The revision of one person that another one's head is in conflict with: both create the table Bills.</summary>
    public static Chapter Conflict { get; } = new("e8f9a0b1c2d3", "f1c9a7b20de3", "more bills", "Bills");

    public static IReadOnlyList<Chapter> Revisions { get; } =
    [
        new("f1c9a7b20de3", "", "open the shop", "Customers", Columns: "Name Fax"),
        new("a9a37eca2561", "f1c9a7b20de3", "invoices", "Invoices", Label: "sales"),
        new("b0c1d2e3f4a5", "f1c9a7b20de3", "stock", "StockItems", Label: "stock"),
        new("e225bed4e4d9", "a9a37eca2561, b0c1d2e3f4a5", "merge a9a37eca2561, b0c1d2e3f4a5"),
        new("c7d8e9f0a1b2", "e225bed4e4d9", "suppliers", "Suppliers"),
        new("d4e5f6a7b8c9", "c7d8e9f0a1b2", "deliveries", "Deliveries"),
        new("a1b2c3d4e5f6", "d4e5f6a7b8c9", "billing", "Bills"),
    ];

    public static IReadOnlyList<Chapter> MoreHeads { get; } =
    [
        new("c3d4e5f6a7b8", "d4e5f6a7b8c9", "shipping"),
        new("e8f9a0b1c2d3", "f1c9a7b20de3", "newsletter", Label: "marketing"),
    ];

    /// <summary>Writes the script of a revision.</summary>
    public static void Write(TemporaryFolder folder, Chapter chapter)
    {
        var columns = string.Concat(chapter.Columns.Split(' ').Where(c => c.Length > 0).Select(c => $", {c} = t.Column<string>(type: \"TEXT\", nullable: true)"));
        var create = $"migrationBuilder.CreateTable(\"{chapter.Table}\", t => new {{ Id = t.Column<int>(type: \"INTEGER\", nullable: false).Annotation(\"Sqlite:Autoincrement\", true){columns} }}, constraints: t => t.PrimaryKey(\"PK_{chapter.Table}\", x => x.Id));";
        var drop = $"migrationBuilder.DropTable(\"{chapter.Table}\");";
        folder.WriteRevision(chapter.Revision, chapter.Parents, chapter.Message, chapter.Table.Length == 0 ? "" : create, chapter.Table.Length == 0 ? "" : drop, labels: chapter.Label);
    }
}

/// <summary>A revision of the story.</summary>
/// <param name="Revision">Its id.</param>
/// <param name="Parents">What it builds on, separated by commas.</param>
/// <param name="Message">What it is about.</param>
/// <param name="Table">The table that it creates; empty where it does nothing.</param>
/// <param name="Columns">The table's columns beside its key, separated by blanks.</param>
/// <param name="Label">Its branch label.</param>
internal sealed record Chapter(string Revision, string Parents, string Message, string Table = "", string Columns = "", string Label = "");
