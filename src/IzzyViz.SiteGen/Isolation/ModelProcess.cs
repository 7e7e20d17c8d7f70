namespace IzzyViz.SiteGen.Isolation;

/// <summary>
/// The process that the models of one manifest entry share, one after the other: checkpoints of one architecture are trusted alike, and compiling the
/// tool's code anew costs each process about a second. It is started when it is first needed, and again after it was lost.
/// </summary>
internal sealed class ModelProcess : IDisposable
{
    private ChildProcess? _child;

    /// <summary>Who holds the process now; another model has to be opened in it first.</summary>
    public object? Holder { get; set; }

    public ChildProcess Child => _child ??= ChildProcess.Start();

    public void Dispose()
    {
        _child?.Dispose();
        (_child, Holder) = (null, null);
    }
}
