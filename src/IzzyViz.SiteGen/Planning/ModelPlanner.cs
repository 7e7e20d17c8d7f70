using System.Collections.Immutable;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Manifests;

namespace IzzyViz.SiteGen.Planning;

/// <summary>Entries under <c>models:</c> to models, families expanded to their members.</summary>
internal sealed class ModelPlanner(PlanPaths paths, DiagnosticBag bag)
{
    public ImmutableArray<ModelPlan> Plan(ImmutableArray<ModelEntry> entries)
    {
        var named = entries.Where(e => e.Id is not null).ToArray();
        var ids = new UniqueIds("model", bag);
        var unique = named.Where(e => ids.Add(e.Id!.Value, e.Id.At)).ToArray();
        var plans = ImmutableArray.CreateBuilder<ModelPlan>();
        foreach (var entry in unique)
        {
            plans.AddRange(Family(entry) is var (family, role) ? Members(entry, family, role).Where(m => ids.Add(m.Id, m.DeclaredAt)) : [Single(entry)]);
        }

        return plans.ToImmutable();
    }

    private static (FamilyEntry Family, FamilyRole Role)? Family(ModelEntry entry) => entry switch
    {
        { Checkpoints: { } checkpoints } => (checkpoints, FamilyRole.Checkpoint),
        { Repeats: { } repeats } => (repeats, FamilyRole.Repeat),
        _ => null,
    };

    private ModelPlan Single(ModelEntry entry) => new()
    {
        Id = entry.Id!.Value,
        Title = entry.Title?.Value,
        Path = paths.FileOrFolder(entry.Path, "path") ?? "",
        Remote = entry.HuggingFace is { } hub ? new RemoteModel(hub.Value, entry.Revision.Value, entry.Sha256?.Value) : null,
        File = File(entry),
        Licence = entry.Licence?.Value,
        IsTrusted = entry.Trusted.Value,
        Feed = entry.Feed.ToImmutableSortedDictionary(f => f.Key, f => f.Value.Value, StringComparer.Ordinal),
        DeclaredAt = entry.Id.At,
    };

    private string? File(ModelEntry entry)
    {
        if (entry is { File: { } file, Path: { } folder } && Directory.Exists(paths.Resolve(folder.Value)))
        {
            paths.ExistingFile(file with { Value = Path.Combine(folder.Value, file.Value).Replace('\\', '/') }, "file");
        }

        return entry.File?.Value;
    }

    private IEnumerable<ModelPlan> Members(ModelEntry entry, FamilyEntry family, FamilyRole role)
    {
        if (family.Pattern is not { } pattern)
        {
            return [];
        }

        var members = FamilyExpansion.Expand(paths.Folder, pattern.Value);
        if (members.IsEmpty)
        {
            bag.Add(ManifestDiagnostics.NothingMatches.At(pattern.At, pattern.Value));
        }

        ReportSameLabels(members, family);
        return members.DistinctBy(m => m.Name, StringComparer.Ordinal).Select(m => Member(Single(entry), m, family.Label.Value) with { Role = role });
    }

    private void ReportSameLabels(ImmutableArray<FamilyMember> members, FamilyEntry family)
    {
        foreach (var same in members.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            var files = same.Take(2).Select(m => Path.GetRelativePath(paths.Folder, m.Path).Replace('\\', '/')).ToArray();
            bag.Add(ManifestDiagnostics.SameLabel.At(family.Pattern!.At, files[0], files[1], family.Label.Value, same.Key));
        }
    }

    private static ModelPlan Member(ModelPlan family, FamilyMember member, string label) => family with
    {
        Id = $"{family.Id}-{label}-{Addressable(member.Name)}",
        Title = $"{family.Title ?? family.Id}, {label} {member.Name}",
        Path = member.Path,
        Family = family.Id,
        Label = $"{label} {member.Name}",
        Position = member.Position,
    };

    private static string Addressable(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
