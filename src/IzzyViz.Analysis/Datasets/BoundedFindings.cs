using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Passes the first hundred findings about one file on, and says at the end how many more there were.</summary>
internal sealed class BoundedFindings(DiagnosticBag bag, string file)
{
    public const int Limit = 100;

    private int _count;

    public bool Any => _count > 0;

    public void Add(Diagnostic diagnostic)
    {
        if (++_count <= Limit)
        {
            bag.Add(diagnostic);
        }
    }

    public void Close()
    {
        if (_count > Limit)
        {
            bag.Add(DataDiagnostics.MoreFindings.At(file, _count - Limit));
            _count = Limit;
        }
    }
}
