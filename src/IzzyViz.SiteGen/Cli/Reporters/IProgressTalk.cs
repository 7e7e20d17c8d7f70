namespace IzzyViz.SiteGen.Cli.Reporters;

/// <summary>Shows how far long work has come: a bar on a terminal, a line now and then elsewhere, nothing when quiet.</summary>
internal interface IProgressTalk
{
    /// <summary>Shows the stages that <paramref name="work"/> begins, for as long as it runs.</summary>
    Task<T> TrackAsync<T>(Func<IStages, Task<T>> work);
}

internal interface IStages
{
    /// <param name="what">As in "inference": a lower-case noun.</param>
    /// <param name="total">Steps until it is done.</param>
    /// <param name="ahead">What lies ahead, in words; null for "N to do".</param>
    IStage Begin(string what, long total, string? ahead = null);
}

/// <summary>One stage; safe to advance from several threads.</summary>
internal interface IStage
{
    void Advance(long steps = 1);
}
