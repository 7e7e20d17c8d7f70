using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Writes findings and remarks in one format. Safe to use from several threads.</summary>
internal interface IReporter
{
    void Report(Diagnostic diagnostic);

    void Say(string remark);
}
