using System.Collections.Immutable;
using System.Text;
using IzzyViz.Analysis.Captures;
using IzzyViz.Analysis.Models;
using IzzyViz.Analysis.Tensors;
using IzzyViz.SiteGen.Publishing;

namespace IzzyViz.SiteGen.Cli.Capturing;

/// <summary>
/// The file of a capture: the modules that passed their checks are written as they come, so that no more than one has to be in memory. It takes its name when it
/// is whole.
/// </summary>
internal sealed class CaptureFile(NamedFile place, CaptureParts parts, ImmutableArray<AttentionModule> modules, CaptureInput input) : IDisposable
{
    private const int RoomPerModule = 2048;
    private const int RoomPerHead = 64;
    private const int UsualHeads = 64;

    private readonly ImmutableSortedDictionary<string, string> _metadata = CaptureMetadata.Of(input);
    private readonly CaptureProvenance _provenance = new();
    private FileStream? _stream;
    private StreamedSafetensors? _file;

    public bool IsEmpty => _file is null;

    public void Add(CapturedModule module)
    {
        if (!module.Check.Passed)
        {
            return;
        }

        _provenance.Add(module);
        if (parts.HasFlag(CaptureParts.Attention))
        {
            Content.Add(module.Module.Name, module.Dims, module.Batch * module.Heads, map => module.Head(map % module.Heads, map / module.Heads));
        }

        Add($"{module.Module.Name}.q", module.Query);
        Add($"{module.Module.Name}.k", module.Key);
        Add($"{module.Module.Name}.v", module.Value);
    }

    /// <summary>The residual stream after a layer.</summary>
    public void AddHidden(string name, CapturedTensor hidden)
    {
        _provenance.AddHidden(name, hidden);
        Add($"{name}.hidden", hidden);
    }

    private void Add(string name, CapturedTensor? tensor)
    {
        if (tensor is not null)
        {
            Content.Add(name, tensor.Dims, 1, _ => tensor.Values);
        }
    }

    public void Finish()
    {
        Content.Finish(_metadata.SetItem("provenance", _provenance.ToJson()));
        _stream!.Dispose();
        place.Finish();
    }

    public void Dispose() => _stream?.Dispose();

    private StreamedSafetensors Content => _file ??= new(_stream = place.Create(), Room);

    private int Room => StreamedSafetensors.RoomFor(modules.Length * 5) + (2 * _metadata.Sum(m => Encoding.UTF8.GetByteCount(m.Key) + Encoding.UTF8.GetByteCount(m.Value)))
        + modules.Sum(m => RoomPerModule + (2 * Encoding.UTF8.GetByteCount(m.Tensor)) + (RoomPerHead * Math.Max(m.Heads, UsualHeads)));
}
