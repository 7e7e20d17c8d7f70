using System.Collections.Immutable;

namespace IzzyViz.Analysis.Datasets;

/// <summary>Which columns of a file are read and where in a <see cref="Row"/> each role finds its field.</summary>
internal sealed class RowLayout
{
    private static readonly ImmutableArray<Role> All = [.. Enum.GetValues<Role>()];

    private readonly ImmutableDictionary<Role, int> _roles;

    public RowLayout(DatasetSource source, IEnumerable<SliceDefinition> slices)
    {
        Map = Effective(source);
        var filters = slices.SelectMany(s => s.Where.Keys).Where(k => RoleNamed(k) is null);
        Columns = [.. Mapped.Select(r => Map.Column(r)!).Concat(filters).Distinct(StringComparer.Ordinal)];
        _roles = Mapped.ToImmutableDictionary(r => r, r => Columns.IndexOf(Map.Column(r)!));
    }

    public ColumnMap Map { get; }

    public ImmutableArray<string> Columns { get; }

    public IEnumerable<Role> Mapped => All.Where(r => Map.Column(r) is not null);

    /// <summary>Null where no column is named for the role.</summary>
    public Field? this[Row row, Role role] => _roles.TryGetValue(role, out var index) ? row.Fields[index] : null;

    /// <summary>What a filter means by a name: a role that is read (ids are always there), else the role of the column of that name, else nothing.</summary>
    public Role? RoleNamed(string name) =>
        First(r => r.Name() == name && (r == Role.Id || Map.Column(r) is not null)) ?? First(r => Map.Column(r) == name);

    private static Role? First(Func<Role, bool> condition) => All.Where(condition).Cast<Role?>().FirstOrDefault();

    // A dataset that says nothing about its columns has its texts in "text".
    private static ColumnMap Effective(DatasetSource source) => source.Columns switch
    {
        { Text: null, InputIds: null } map => map with { Text = PlainTextFile.Column },
        var map => map,
    };
}
