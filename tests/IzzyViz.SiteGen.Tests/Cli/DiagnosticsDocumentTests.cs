using System.Reflection;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.SiteGen.Cli;

namespace IzzyViz.SiteGen.Tests.Cli;

/// <summary>docs/diagnostics.md and the descriptors in the code say the same.</summary>
public sealed class DiagnosticsDocumentTests
{
    private static readonly IReadOnlyList<DiagnosticEntry> Entries = DiagnosticEntries.Read();

    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        .. new[] { typeof(Diagnostic).Assembly, typeof(Verbs).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Diagnostics", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void Every_code_has_one_entry_and_every_entry_one_code() =>
        Assert.Equal(Descriptors.Select(d => d.Code).Order(StringComparer.Ordinal), Entries.Select(e => e.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_entry_gives_the_severity_and_the_message()
    {
        foreach (var descriptor in Descriptors)
        {
            var first = Entries.First(e => e.Code == descriptor.Code).Text.Split('\n')[0];
            Assert.StartsWith(descriptor.Severity.ToString(), first.TrimStart('*'), StringComparison.OrdinalIgnoreCase);
            Assert.Contains($"`{descriptor.MessageFormat}`", first, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_entry_says_more_than_the_message() =>
        Assert.All(Entries, entry => Assert.True(entry.Text.Split('\n', 2) is [_, var rest] && rest.Trim().Length > 20, entry.Code));

    [Fact]
    public void Entries_stand_in_the_order_of_their_codes() =>
        Assert.Equal(Entries.Select(e => e.Code).Order(StringComparer.Ordinal), Entries.Select(e => e.Code));
}
