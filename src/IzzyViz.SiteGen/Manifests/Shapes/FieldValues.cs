using IzzyViz.Analysis.Diagnostics;

namespace IzzyViz.SiteGen.Manifests.Shapes;

/// <summary>What a record's keys said, before it becomes a typed record.</summary>
internal sealed class FieldValues(SourceLocation at)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Where the record begins.</summary>
    public SourceLocation At => at;

    /// <summary>True also where the value was wrong.</summary>
    public bool IsWritten(string key) => _written.Contains(key);

    public void MarkWritten(string key) => _written.Add(key);

    public void Add(Field field, object? value)
    {
        MarkWritten(field.Key);
        if (value is not null)
        {
            _values.Add(field.Key, value);
        }
    }

    /// <summary>Null where the key was left out or its value was wrong (and reported).</summary>
    public T? Get<T>(Field<T> field)
        where T : class => (T?)_values.GetValueOrDefault(field.Key);

    public T GetOrDefault<T>(Field<T> field)
        where T : class => Get(field) ?? field.DefaultValue;
}
