using DbMigrate.Tests.Shared;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
