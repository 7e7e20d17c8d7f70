using System.Collections.Immutable;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>A small dataset that shows something with most models of a task.</summary>
/// <param name="Entry">Its entry in a manifest.</param>
/// <param name="Rows">JSON lines.</param>
internal sealed record SampleDataset(string Id, string Entry, string Rows, bool HasTargets)
{
    private static readonly SampleDataset Sentences = new(
        "sample",
        """
          - id: sample
            path: datasets/sample.jsonl
            columns: { id: id, text: text, tags: tags }
            slices:                           # named parts, by columns, by range, by sample
              - id: negation
                where: { tags: negation }
              - id: repetition                # repeated words show induction heads
                where: { tags: repetition }
              - id: plain
                where: { tags: plain }
                take: 4                       # a sample; 'seed' draws another one
                seed: 0

        """,
        """
        {"id": "n1", "text": "The film was not dull at all.", "tags": ["negation"]}
        {"id": "n2", "text": "Nobody in the room disliked the ending.", "tags": ["negation"]}
        {"id": "n3", "text": "I would not call this a bad book, only a long one.", "tags": ["negation"]}
        {"id": "r1", "text": "The grey cat met the red fox. The grey cat met the red fox.", "tags": ["repetition"]}
        {"id": "r2", "text": "north east west south north east west south north east", "tags": ["repetition"]}
        {"id": "r3", "text": "Anna wrote to Ben, and Ben wrote to Anna.", "tags": ["repetition"]}
        {"id": "p1", "text": "The keys to the old cabinet are on the table.", "tags": ["plain"]}
        {"id": "p2", "text": "She gave her brother the letter that he had lost.", "tags": ["plain"]}
        {"id": "p3", "text": "Rain fell on the harbour all night.", "tags": ["plain"]}
        {"id": "p4", "text": "When the bell rang, the children ran into the yard.", "tags": ["plain"]}
        {"id": "p5", "text": "The river that runs past the mill freezes in January.", "tags": ["plain"]}
        {"id": "p6", "text": "Our train leaves at seven from platform four.", "tags": ["plain"]}

        """,
        HasTargets: false);

    private static readonly SampleDataset Targets = new(
        "sample-targets",
        """
          - id: sample-targets                # what goes in and what is to come out
            path: datasets/sample-targets.jsonl
            columns: { id: id, text: text, target: target }

        """,
        """
        {"id": "t1", "text": "The cat sleeps on the table.", "target": "Le chat dort sur la table."}
        {"id": "t2", "text": "I see a red house.", "target": "Je vois une maison rouge."}
        {"id": "t3", "text": "She does not speak French.", "target": "Elle ne parle pas français."}
        {"id": "t4", "text": "We will arrive tomorrow morning.", "target": "Nous arriverons demain matin."}

        """,
        HasTargets: true);

    public StarterFile File => new($"datasets/{Id}.jsonl", Rows.ReplaceLineEndings("\n"));

    public static ImmutableList<SampleDataset> For(IEnumerable<ModelTask> tasks)
    {
        var wanted = tasks.ToHashSet();
        return [.. new[] { Sentences, Targets }.Where(sample => wanted.Any(sample.Fits))];
    }

    public bool Fits(ModelTask task) => task == ModelTask.EncoderDecoder == HasTargets;
}
