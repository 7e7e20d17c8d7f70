namespace IzzyViz.Analysis.Datasets;

/// <summary>What a column is to an example.</summary>
internal enum Role
{
    Id,
    Text,
    Pair,
    Target,
    InputIds,
    Label,
    Tags,
}

internal static class Roles
{
    /// <summary>As manifests write it.</summary>
    public static string Name(this Role role) => role == Role.InputIds ? "input_ids" : role.ToString().ToLowerInvariant();

    /// <summary>Whether an example cannot be without it, once a column is named for it.</summary>
    public static bool IsRequired(this Role role) => role is Role.Id or Role.Text or Role.InputIds;

    public static string? Column(this ColumnMap map, Role role) => role switch
    {
        Role.Id => map.Id,
        Role.Text => map.Text,
        Role.Pair => map.Pair,
        Role.Target => map.Target,
        Role.InputIds => map.InputIds,
        Role.Label => map.Label,
        _ => map.Tags,
    };
}
