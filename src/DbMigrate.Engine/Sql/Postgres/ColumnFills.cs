using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Gives the rows of a column that becomes required their values.</summary>
internal sealed class ColumnFills(ScriptDraft draft)
{
    /// <summary>Fills a column with what takes the place of NULL in this revision alone.</summary>
    public void Fill(AlterColumnOperation alter, string purpose)
    {
        var value = Value(alter);
        (alter.DefaultValue, alter.DefaultValueSql) = (null, null);
        if (value is not null)
            Write(value, alter, purpose + ": fill");
    }

    /// <summary>
    /// Fills a column with its default and requires it. The provider does both in one statement, where nothing checks
    /// what waits for the end of the transaction in between.
    /// </summary>
    public void Require(AlterColumnOperation alter, string purpose)
    {
        if (alter.IsNullable || !alter.OldColumn.IsNullable || Value(alter) is not { } value)
            return;
        Write(value, alter, purpose + ": default");
        draft.Write($"{ColumnChanges.AlterBase(alter)} SET NOT NULL", purpose + ": required");
        alter.OldColumn.IsNullable = false;
    }

    private void Write(string value, AlterColumnOperation alter, string purpose)
        => draft.WriteRows($"UPDATE {ColumnChanges.Table(alter)} SET {SqlText.Quote(alter.Name)} = {value} WHERE {SqlText.Quote(alter.Name)} IS NULL", purpose);

    private string? Value(AlterColumnOperation alter)
        => alter.DefaultValueSql is { } expression ? $"({expression})" : alter.DefaultValue is { } constant ? draft.Traits.Literal(constant, alter.ColumnType!) : null;
}
