using IzzyViz.Fuzzing;
using IzzyViz.Fuzzing.Running;
using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Analysis.Tests.Fuzzing;

/// <summary>Every file of the corpus, hand-made or found: a result or the reader's own error, in bounded time and memory.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string, string> Files => [.. Catalogue.All.SelectMany(t => Corpus.Names(t.Name).Select(f => (t.Name, f)))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_reader_survives(string target, string file)
    {
        var trial = Trial.Of(Catalogue.Find(target), Corpus.Seed(target, file));
        Assert.True(trial.Fault is null, $"{trial.Signature}: {trial.Fault}");
    }
}
