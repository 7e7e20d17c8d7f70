using System.Collections.Immutable;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Captures.Inputs;
using IzzyViz.Analysis.Datasets;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Statistics;
using IzzyViz.Analysis.Summaries;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.Analysis.Runs;

/// <summary>One example through one model: encode, run, measure.</summary>
internal sealed class ExampleAnalysis(ModelRuntime runtime, ImmutableArray<StatisticDefinition> statistics, DiagnosticBag bag)
{
    /// <summary>Null, with findings, where the example is not one for this model.</summary>
    public ExampleSummary? Analyse(Example example, bool withMaps)
    {
        if (runtime.Encoder.Encode(example, bag) is not { } encoded)
        {
            return null;
        }

        var written = runtime.IsTranslator ? runtime.Session.Translate(ModelInput.Of(encoded)) : [];
        encoded = encoded.Target is null && !written.IsEmpty ? encoded with { Target = runtime.Encoder.FromIds(written) } : encoded;
        var prepared = runtime.Session.Prepare(ModelInput.Of(encoded).ToTensors());
        encoded = WithStart(encoded, prepared);
        var (modules, axes) = (new List<ModuleSummary>(), new SharedAxes(encoded, statistics));
        using var capture = runtime.Session.Visit(prepared.Tensors, m => modules.Add(Summarise(m, axes, withMaps)));
        return new()
        {
            ExampleId = example.Id,
            Source = encoded.Source,
            Target = encoded.Target,
            Outputs = OutputReader.Read(capture, Question(example, encoded, written)),
            Modules = [.. modules.OrderBy(m => m.Module.Kind).ThenBy(m => m.Module.Layer)],
        };
    }

    /// <summary>A decoder that nothing was written for reads its start token; the first example says so.</summary>
    private EncodedExample WithStart(EncodedExample encoded, PreparedInputs prepared)
    {
        if (prepared.Findings.IsEmpty)
        {
            return encoded;
        }

        runtime.TellOnce(prepared.Findings, bag);
        return encoded with { Target = runtime.Encoder.FromIds(prepared.Tensors["decoder_input_ids"].ToInt64s().Select(id => (int)id)) };
    }

    private OutputQuestion Question(Example example, EncodedExample encoded, ImmutableArray<int> written) => new()
    {
        Config = runtime.Model.Folder.Config,
        Task = runtime.Model.Structure.Task,
        Input = ModelInput.Of(encoded),
        TokenLabel = runtime.Encoder.LabelOf,
        Label = example.Label,
        Written = written.IsEmpty ? null : runtime.Encoder.TextOf(written.Skip(1)).Trim(),
        Wanted = example.Target,
    };

    private ModuleSummary Summarise(CapturedModule module, SharedAxes shared, bool withMaps)
    {
        var (axes, measured) = shared.Of(module);
        var values = Enumerable.Range(0, module.Heads).Select(h => Measure(measured, module, h)).ToImmutableArray();
        return new()
        {
            Module = module.Module with { Heads = module.Heads },
            Axes = axes,
            Check = module.Check,
            Statistics = values,
            Maps = withMaps && module.Check.Passed ? [.. Enumerable.Range(0, module.Heads).Select(h => MapOf(module, axes, h))] : [],
        };
    }

    private ImmutableArray<double> Measure(HeadStatistics measured, CapturedModule module, int head)
    {
        var values = new double[statistics.Length];
        if (module.Check.Passed)
        {
            measured.Compute(module.Head(head), values);
        }
        else
        {
            Array.Fill(values, double.NaN);
        }

        return [.. values];
    }

    private static AttentionMap MapOf(CapturedModule module, AttentionAxes axes, int head) =>
        new(new(module.Module.Kind, module.Module.Layer, head), axes, module.Head(head).ToArray());
}
