using IzzyViz.Fuzzing.Targets;

namespace IzzyViz.Fuzzing.Running;

/// <summary>One run; the same settings try the same inputs.</summary>
internal sealed record RunSettings(FuzzTarget Target)
{
    public long Runs { get; init; }

    public int Seed { get; init; }

    /// <summary>A folder whose files are seeds too, besides the corpus.</summary>
    public string? MoreSeeds { get; init; }

    /// <summary>Where findings go.</summary>
    public string Output => Path.GetFullPath(Path.Combine("artifacts", "fuzzing", Target.Name));
}
