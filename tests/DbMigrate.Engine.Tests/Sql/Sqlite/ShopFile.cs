using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>A filled database: customers, their orders (deleted with them), a trigger on each, a view, a filtered index.</summary>
internal static class ShopFile
{
    /// <summary>A table that no operation tells of.</summary>
    public const string Log = "Log";

    public static readonly string[] Customers = ["1|Ann|ann@x.org|30", "2|Bob|NULL|40", "3|Cid|cid@x.org|NULL"];

    public static readonly string[] Orders = ["1|1|10.5", "2|1|20", "3|2|7.25"];

    public static SqliteFile Create()
    {
        var file = new SqliteFile();
        file.Apply(Build);
        file.Execute("INSERT INTO Customers (Id, Name, Email, Age) VALUES (1, 'Ann', 'ann@x.org', 30), (2, 'Bob', NULL, 40), (3, 'Cid', 'cid@x.org', NULL), (9, 'Gone', NULL, NULL)");
        file.Execute("DELETE FROM Customers WHERE Id = 9");
        file.Execute("INSERT INTO Orders (Id, CustomerId, Total) VALUES (1, 1, '10.5'), (2, 1, '20'), (3, 2, '7.25')");
        file.Execute("DELETE FROM Log");
        return file;
    }

    public static string[] CustomersOf(SqliteFile file) => [.. file.Query("SELECT Id, Name, Email, Age FROM Customers ORDER BY Id")];

    public static string[] OrdersOf(SqliteFile file) => [.. file.Query("SELECT Id, CustomerId, Total FROM Orders ORDER BY Id")];

    private static void Build(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Customers",
            table => new
            {
                Id = table.Column<int>("INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                Name = table.Column<string>("TEXT", nullable: false, collation: "NOCASE"),
                Email = table.Column<string>("TEXT", nullable: true),
                Age = table.Column<int>("INTEGER", nullable: true),
                Label = table.Column<string>("TEXT", nullable: true, computedColumnSql: "Name || ' ' || Id", stored: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Customers", x => x.Id);
                table.UniqueConstraint("AK_Customers_Name", x => x.Name);
                table.CheckConstraint("CK_Customers_Age", "\"Age\" > 0");
            });
        migration.CreateTable(
            "Orders",
            table => new
            {
                Id = table.Column<int>("INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                CustomerId = table.Column<int>("INTEGER", nullable: false),
                Total = table.Column<decimal>("TEXT", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Orders", x => x.Id);
                table.ForeignKey("FK_Orders_Customers_CustomerId", x => x.CustomerId, "Customers", "Id", onDelete: ReferentialAction.Cascade, onUpdate: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_Customers_Email", "Customers", "Email", unique: true, filter: "\"Email\" IS NOT NULL");
        migration.CreateIndex("IX_Orders_CustomerId", "Orders", "CustomerId");
        migration.Sql("CREATE TABLE Log (Text TEXT);");
        migration.Sql("CREATE TRIGGER Customers_Log AFTER INSERT ON Customers BEGIN INSERT INTO Log VALUES ('customer ' || NEW.Id); END;");
        migration.Sql("CREATE TRIGGER Orders_Log AFTER INSERT ON Orders BEGIN INSERT INTO Log SELECT Name FROM Customers WHERE Id = NEW.CustomerId; END;");
        migration.Sql("CREATE VIEW Totals AS SELECT c.Name, COUNT(o.Id) AS Orders FROM Customers c LEFT JOIN Orders o ON o.CustomerId = c.Id GROUP BY c.Id;");
        migration.Sql("CREATE INDEX IX_Customers_Lower ON Customers (lower(Name));");
    }
}
