using System.Globalization;
using System.Collections.Immutable;
using IzzyViz.Analysis.Captures.Probes;
using IzzyViz.Analysis.Captures.Segments;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Models.Graphs;
using IzzyViz.Analysis.Onnx;
using IzzyViz.Analysis.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace IzzyViz.Analysis.Captures.Running;

/// <summary>One graph in the runtime, which maps the weights from the user's files.</summary>
internal sealed class GraphSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string _path;

    /// <param name="isPart">One of many over one graph, which share their memory: <see cref="SharedArena"/>.</param>
    public GraphSession(GraphAnalysis analysis, ShadowModel shadow, CaptureOptions options, bool isPart = false)
    {
        _path = analysis.File.Path;
        using var ort = Options(analysis, options);
        if (isPart)
        {
            SharedArena.Use(ort);
        }

        ort.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", shadow.Folder);
        try
        {
            _session = new InferenceSession(shadow.Bytes, ort);
        }
        catch (OnnxRuntimeException e)
        {
            throw new DiagnosticException(ModelDiagnostics.RuntimeRefused.At(_path, _path, FirstLine(e.Message)), e);
        }
    }

    /// <summary>Results in the order of <paramref name="outputs"/>; the caller disposes them.</summary>
    /// <param name="carried">Results of another part, fed as they are.</param>
    public IDisposableReadOnlyCollection<OrtValue> Run(IReadOnlyDictionary<string, Tensor> feeds, ImmutableArray<string> outputs, IReadOnlyDictionary<string, OrtValue>? carried = null)
    {
        var names = feeds.Keys.Where(n => _session.InputMetadata.ContainsKey(n) && carried?.ContainsKey(n) != true).ToList();
        var values = names.ConvertAll(n => feeds[n].ToOrt());
        try
        {
            return Readable(_session.Run(_run, [.. names, .. carried?.Keys ?? []], [.. values, .. carried?.Values ?? []], outputs));
        }
        catch (OnnxRuntimeException e)
        {
            throw new DiagnosticException(ModelDiagnostics.RunFailed.At(_path, _path, FirstLine(e.Message)), e);
        }
        finally
        {
            values.ForEach(v => v.Dispose());
        }
    }

    /// <summary>The runtime's interface counts bytes in 32 bits.</summary>
    private IDisposableReadOnlyCollection<OrtValue> Readable(IDisposableReadOnlyCollection<OrtValue> results)
    {
        var largest = results.Max(r => r.Shape().Aggregate((Int128)r.Type().Size(), (p, d) => p * d));
        if (largest <= int.MaxValue)
        {
            return results;
        }

        results.Dispose();
        throw new DiagnosticException(ModelDiagnostics.TooLarge.At(_path, _path, ((double)largest / 1e9).ToString("0.0", CultureInfo.InvariantCulture)));
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private static SessionOptions Options(GraphAnalysis analysis, CaptureOptions options)
    {
        var ort = new SessionOptions
        {
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            EnableMemoryPattern = false,
            GraphOptimizationLevel = Precisions.IsSensitive(analysis.Model.Graph) ? GraphOptimizationLevel.ORT_DISABLE_ALL : GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        if (options.Threads > 0)
        {
            ort.IntraOpNumThreads = options.Threads;
        }

        ort.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return ort;
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', ' ', '\r');
}
