using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// The stages of a migration: drops under old names, renames, all else under new names. Within a stage operations
/// stay in the order in which they were added, so that those of one table stand together.
/// </summary>
internal enum Stage
{
    /// <summary>Triggers and views, which mention anything.</summary>
    DropRoutines,

    /// <summary>Foreign keys that would forbid dropping what they point to.</summary>
    CutForeignKeys,

    /// <summary>Per table, those that refer to others first: constraints, rows, columns, the table.</summary>
    Drop,

    /// <summary>Sequences that are made again.</summary>
    DropSequences,

    /// <summary>Schemas that things move to.</summary>
    EnsureSchemas,

    /// <summary>Tables.</summary>
    RenameTables,

    /// <summary>Columns, indexes and sequences.</summary>
    Rename,

    /// <summary>Collation, enums and extensions that come or change.</summary>
    AlterDatabase,

    /// <summary>Sequences, which defaults mention.</summary>
    Sequences,

    /// <summary>Seeded rows whose texts the new type of their column does not take.</summary>
    PrepareSeeds,

    /// <summary>Tables that are logged no longer, those that refer to others first.</summary>
    EndLogging,

    /// <summary>Per table, principals first: comment, columns, keys that need no row.</summary>
    Change,

    /// <summary>Columns and tables that fills have read, those that refer to others first.</summary>
    DropFillSources,

    /// <summary>Sequences that no default mentions any more.</summary>
    DropObsoleteSequences,

    /// <summary>Enums, extensions and collations that no column has any more.</summary>
    DropObsoleteTypes,

    /// <summary>New tables, principals first.</summary>
    CreateTables,

    /// <summary>Per table, principals first: seeded rows, and the primary key that they get values for.</summary>
    Seed,

    /// <summary>Seeded rows that others referred to until now.</summary>
    DeleteSeeds,

    /// <summary>Unique constraints on what seeded rows have got by now.</summary>
    LateKeys,

    /// <summary>Per table: indexes, foreign keys, checks.</summary>
    Constrain,

    /// <summary>Views, then triggers.</summary>
    CreateRoutines,

    /// <summary>Schemas that nothing is left in.</summary>
    DropSchemas,
}

/// <summary>Collects operations by stage.</summary>
internal sealed class OperationOrder
{
    private readonly List<MigrationOperation>[] _stages = [.. Enum.GetValues<Stage>().Select(_ => new List<MigrationOperation>())];

    /// <summary>All operations in order.</summary>
    public IReadOnlyList<MigrationOperation> All => [.. _stages.SelectMany(s => s)];

    /// <summary>Adds an operation to the end of its stage.</summary>
    public void Add(Stage stage, MigrationOperation operation) => _stages[(int)stage].Add(operation);

    /// <summary>The operations of the stages up to and including one.</summary>
    public IEnumerable<MigrationOperation> UpTo(Stage stage) => _stages.Take((int)stage + 1).SelectMany(s => s);
}
