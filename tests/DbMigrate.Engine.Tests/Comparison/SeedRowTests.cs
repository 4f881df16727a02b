using DbMigrate.Engine.Schema;
using Xunit;

namespace DbMigrate.Engine.Tests.Comparison;

public sealed class SeedRowTests
{
    [Fact]
    public void Values_are_the_same_where_the_database_holds_the_same()
    {
        Assert.True(SeedRow.ValueEquals(-1, -1L));
        Assert.True(SeedRow.ValueEquals((byte)7, 7UL));
        Assert.True(SeedRow.ValueEquals(new byte[] { 1, 2 }, new byte[] { 1, 2 }));
        Assert.True(SeedRow.ValueEquals(null, null));
        Assert.False(SeedRow.ValueEquals(1, 1.0));
        Assert.False(SeedRow.ValueEquals(1, "1"));
        Assert.False(SeedRow.ValueEquals(0, null));
        Assert.False(SeedRow.ValueEquals(long.MaxValue, ulong.MaxValue));
    }
}
