using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>The verdicts on all cases of a provider. Each is found once, whichever test asks first.</summary>
internal sealed class Court(IReadOnlyList<JudgeCase> cases, Func<IBench> bench) : IDisposable
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Verdict>> _verdicts = new(StringComparer.Ordinal);
    private readonly Lazy<Trial> _trial = new(() => new(bench(), bench()));
    private readonly Lock _one = new();

    public IEnumerable<Verdict> All => cases.SelectMany(c => Of(c.Name));

    /// <summary>Both ways of a case, where EF guesses renames also without telling our differ.</summary>
    public IReadOnlyList<Verdict> Of(string name)
    {
        lock (_one)
            return _verdicts.GetOrAdd(name, n => [.. Hold(cases.Single(c => c.Name == n))]);
    }

    /// <summary>One way of a case of somebody else; our differ is told what EF takes for renames.</summary>
    public Verdict Hold(JudgedWay way)
    {
        lock (_one)
            return _trial.Value.Hold(way, tellRenames: true);
    }

    public void Dispose()
    {
        if (_trial.IsValueCreated)
            _trial.Value.Dispose();
    }

    private IEnumerable<Verdict> Hold(JudgeCase item)
    {
        foreach (var way in new[] { item.There, item.Back })
        {
            var told = _trial.Value.Hold(way, tellRenames: true);
            yield return told;
            if (told.Decisions.Renames.Count > 0)
                yield return _trial.Value.Hold(way with { Name = way.Name + ", not told" }, tellRenames: false);
        }
    }
}
