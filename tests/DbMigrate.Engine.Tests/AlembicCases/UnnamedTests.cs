using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.EfCases;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.EfCases.Models;

namespace DbMigrate.Engine.Tests.AlembicCases;

/// <summary>Constraints that somebody made without a name are found by what they say; SQLite is the database that keeps them so.</summary>
public sealed class UnnamedTests
{
    private const string P = "CREATE TABLE \"P\" (\"Id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT); ";

    [Theory]
    [InlineData("C61 unique", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL CHECK (\"B\" > 0), \"PId\" INTEGER REFERENCES \"P\"(\"Id\")", true)]
    [InlineData("C61 unique over another column", "\"A\" TEXT NOT NULL, \"B\" INTEGER NOT NULL UNIQUE CHECK (\"B\" > 0), \"PId\" INTEGER REFERENCES \"P\"(\"Id\")", false)]
    [InlineData("C62 foreign key behind the columns", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL CHECK (\"B\" > 0), \"PId\" INTEGER, FOREIGN KEY (\"PId\") REFERENCES \"P\"", true)]
    [InlineData("C62 foreign key with an action", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL CHECK (\"B\" > 0), \"PId\" INTEGER REFERENCES \"P\" ON DELETE CASCADE", false)]
    [InlineData("C62 no action and restrict in small letters", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL CHECK (\"B\" > 0), \"PId\" INTEGER REFERENCES \"P\" on delete no action", true)]
    [InlineData("C63 check behind the columns", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL, \"PId\" INTEGER REFERENCES \"P\", CHECK (\"B\" > 0)", true)]
    [InlineData("C63 check that says something else", "\"A\" TEXT NOT NULL UNIQUE, \"B\" INTEGER NOT NULL CHECK (\"B\" > 1), \"PId\" INTEGER REFERENCES \"P\"", false)]
    public void What_has_no_name_is_found_by_its_content(string number, string columns, bool isSame)
    {
        using var file = new SqliteFile();
        file.Execute($"{P} CREATE TABLE \"T\" (\"Id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, {columns}); CREATE INDEX \"IX_T_PId\" ON \"T\" (\"PId\")");

        Assert.True(isSame == (Differences(file) == 0), number);
    }

    private static int Differences(SqliteFile file)
    {
        var desired = new SqliteCaseDatabase(file).Desired(Db(T("P"), T(e =>
        {
            e.Text("A").IsRequired();
            e.Int("B");
            e.Number("PId");
            e.HasAlternateKey("A");
            e.Check("CK", "\"B\" > 0");
            e.Refers("PId", "P");
        })));
        return SchemaComparer.Compare(desired, file.State, seeds: false).Count;
    }
}
