using System.Collections.Immutable;

namespace IzzyViz.Analysis.Datasets;

/// <summary>A slice's <c>where</c>: every column named must hold one of its values.</summary>
internal sealed class SliceFilter(SliceDefinition slice, RowLayout layout)
{
    private readonly ImmutableArray<(Role? Role, int Index, ImmutableHashSet<string> Values)> _conditions =
        [.. slice.Where.Select(w => (layout.RoleNamed(w.Key), layout.Columns.IndexOf(w.Key), w.Value.ToImmutableHashSet(StringComparer.Ordinal)))];

    public bool Passes(Example example, Row row)
    {
        foreach (var (role, index, values) in _conditions)
        {
            if (!(role is { } r ? Holds(example, r, values) : Holds(row.Fields[index], values)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Field field, ImmutableHashSet<string> values) => field.Kind switch
    {
        FieldKind.List => field.Items.Any(values.Contains),
        _ => field.IsScalar && values.Contains(field.Value),
    };

    private static bool Holds(Example example, Role role, ImmutableHashSet<string> values) => role switch
    {
        Role.Id => values.Contains(example.Id),
        Role.Text => example.Text is { } text && values.Contains(text),
        Role.Pair => example.Pair is { } pair && values.Contains(pair),
        Role.Target => example.Target is { } target && values.Contains(target),
        Role.Label => example.Label is { } label && values.Contains(label),
        Role.Tags => example.Tags.Any(values.Contains),
        _ => example.InputIds is { } ids && ids.Any(i => values.Contains(i.ToString())),
    };
}
