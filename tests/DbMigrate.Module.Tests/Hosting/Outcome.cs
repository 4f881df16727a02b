using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>What a script gave back, stream by stream.</summary>
internal sealed record Outcome
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    public required ErrorRecord? Terminating { get; init; }

    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required string HostText { get; init; }

    /// <summary>The error, whether it ended the statement or the script.</summary>
    public ErrorRecord? Error => Terminating ?? Errors.FirstOrDefault();

    public Outcome MustSucceed()
    {
        if (Error is { } error)
            Assert.Fail($"{error.FullyQualifiedErrorId}: {error}\n{error.Exception}\n{error.ScriptStackTrace}");
        return this;
    }

    /// <summary>Checks that it failed with an error of the catalogue that says what to do next.</summary>
    public ErrorRecord MustFail(string id)
    {
        Assert.True(Error is not null, $"It should have failed with {id}.");
        Assert.StartsWith($"DbMigrate.{id},", Error!.FullyQualifiedErrorId);
        Assert.False(string.IsNullOrWhiteSpace(Error.ErrorDetails.RecommendedAction));
        Assert.DoesNotContain("   at ", Error.ToString());
        return Error;
    }

    public PSObject Single() => Assert.Single(MustSucceed().Output);

    public T Single<T>(string property) => Value<T>(Single(), property);

    public IReadOnlyList<T> All<T>(string property) => [.. MustSucceed().Output.Select(o => Value<T>(o, property))];

    public static T Value<T>(PSObject item, string property)
    {
        var found = item.Properties[property];
        Assert.True(found is not null, $"There is no property {property}.");
        return LanguagePrimitives.ConvertTo<T>(found!.Value);
    }
}
