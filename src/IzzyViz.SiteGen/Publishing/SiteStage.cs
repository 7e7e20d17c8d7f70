using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Pages;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>The files of a coming site that differ from the present one, kept aside until all are there.</summary>
internal sealed class SiteStage(OutputFolder folder, WrittenFiles before) : IDisposable
{
    private readonly SortedDictionary<SitePath, string> _hashes = new(SitePath.Order);
    private readonly List<SitePath> _added = [];
    private readonly List<SitePath> _changed = [];
    private bool _isSwitching;

    public void Add(SiteFile file, DiagnosticBag bag)
    {
        var content = file.Content.Span;
        if (!_hashes.TryAdd(file.Path, WrittenFiles.Hash(content)))
        {
            bag.Add(PageDiagnostics.DuplicatePath.At(SourceLocation.None, file.Path.Address));
            return;
        }

        if (folder.HasContent(file.Path, content))
        {
            return;
        }

        if (folder.IsTaken(file.Path) || (folder.Has(file.Path) && !before.Files.ContainsKey(file.Path.Value)))
        {
            bag.Add(OutputDiagnostics.ForeignFile.At(folder[file.Path], file.Path.Value));
            return;
        }

        folder.WriteStaged(file.Path, content);
        (folder.Has(file.Path) ? _changed : _added).Add(file.Path);
    }

    public SiteChanges Switch(string? fingerprint, DiagnosticBag bag)
    {
        var after = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, _hashes.Select(h => KeyValuePair.Create(h.Key.Value, h.Value)));
        var gone = before.Files.Keys.Where(f => !after.ContainsKey(f)).Select(SitePath.Of).Where(folder.Has).ToList();

        // Both lists, so that whatever a power cut leaves behind is known as ours.
        new WrittenFiles { IsSwitching = true, Files = after.AddRange(gone.Select(f => KeyValuePair.Create(f.Value, before.Files[f.Value]))) }.Write(folder.Path);
        _isSwitching = true;
        foreach (var file in _added.Concat(_changed))
        {
            folder.Move(file);
        }

        var removed = gone.Where(f => RemoveIfOurs(f, bag)).ToImmutableArray();
        new WrittenFiles { Files = after, Fingerprint = fingerprint }.Write(folder.Path);
        _isSwitching = false;
        return new([.. _added], [.. _changed], removed, _hashes.Count - _added.Count - _changed.Count);
    }

    /// <summary>Clears what was staged, unless the switch was cut short: then the next build needs it.</summary>
    public void Dispose()
    {
        if (_isSwitching)
        {
            return;
        }

        try
        {
            folder.ClearStage();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What stopped the build stops this too; the next build clears it.
        }
    }

    private bool RemoveIfOurs(SitePath file, DiagnosticBag bag)
    {
        if (WrittenFiles.Hash(File.ReadAllBytes(folder[file])) != before.Files[file.Value])
        {
            bag.Add(OutputDiagnostics.KeptChanged.At(folder[file], file.Value));
            return false;
        }

        folder.Remove(file);
        return true;
    }
}
