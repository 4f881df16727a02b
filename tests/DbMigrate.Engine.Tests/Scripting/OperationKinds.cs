using System;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Every kind of operation that EF has.</summary>
internal static class OperationKinds
{
    public static Type[] All { get; } =
    [
        .. typeof(MigrationOperation).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(MigrationOperation)) && !t.IsAbstract),
    ];
}
