namespace IzzyViz.SiteGen.Drawing;

/// <summary>
/// The style rules figures rely on. A page has <see cref="Css"/> in its stylesheet, once; a file that stands alone carries the
/// rules for the colours it uses.
/// </summary>
internal static class FigureStyles
{
    private const string Rules =
        """
        .izv{fill:var(--izv-ink);font-family:Inter,ui-sans-serif,system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
        .izv text{white-space:pre}
        .izv .b{font-weight:600}
        .izv .r{direction:rtl;unicode-bidi:isolate}
        .izv .z{shape-rendering:crispEdges}
        .izv .o{stroke-linecap:round}

        """;

    // What a reader points at: links, and the row and column of a token (a script adds the band).
    private const string Pointing =
        """
        .izv a:hover rect,.izv a:focus-visible rect{stroke:var(--izv-accent);stroke-width:2}
        .izv a:hover text,.izv a:focus-visible text{text-decoration:underline}
        .izv a:focus-visible{outline:2px solid var(--izv-accent)}
        .izv text.on{fill:var(--izv-accent);font-weight:600}
        .izv .band{fill:var(--izv-accent);fill-opacity:.16;pointer-events:none}

        """;

    /// <summary>
    /// For the stylesheet of a site: follows the reader's colour scheme, <c>data-theme</c> on the root element overrides it, printing is
    /// always black on white.
    /// </summary>
    public static string Css { get; } = string.Concat(
        $":root{{{Values(All, isDark: false)}}}\n",
        $"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{Values(All, isDark: true)}}}}}\n",
        $":root[data-theme=dark]{{{Values(All, isDark: true)}}}\n",
        "@media (prefers-contrast:more){:root:root{--izv-muted:var(--izv-ink);--izv-rule:var(--izv-ink)}}\n",
        $"@media print{{:root:root{{{Values(All, isDark: false)}}}}}\n",
        "@media (forced-colors:active){.izv{forced-color-adjust:none;background:var(--izv-paper)}}\n",
        Rules,
        ClassRules(All),
        StopRules(All.Where(v => v.Name[0] == 'l')),
        Pointing);

    private static IEnumerable<ThemeVariable> All => ThemeVariables.All;

    /// <param name="names">Colours of shapes.</param>
    /// <param name="stops">Colours of gradients.</param>
    public static string ForFile(IReadOnlySet<string> names, IReadOnlySet<string> stops)
    {
        var used = All.Where(v => names.Contains(v.Name) || stops.Contains(v.Name)).ToArray();
        return string.Concat(
            $".izv{{color-scheme:light dark;{Values(used, isDark: false)}}}\n",
            $"@media (prefers-color-scheme:dark){{.izv{{{Values(used, isDark: true)}}}}}\n",
            Rules,
            ClassRules(used.Where(v => names.Contains(v.Name))),
            StopRules(used.Where(v => stops.Contains(v.Name))));
    }

    private static string Values(IEnumerable<ThemeVariable> variables, bool isDark) =>
        string.Join(';', variables.Select(v => $"--izv-{v.Name}:{(isDark ? v.Dark : v.Light).Hex}"));

    private static string ClassRules(IEnumerable<ThemeVariable> variables) =>
        string.Concat(variables.Select(v => IsStroke(v)
            ? $".izv .f-{v.Name}{{fill:var(--izv-{v.Name})}}\n.izv .s-{v.Name}{{stroke:var(--izv-{v.Name})}}\n"
            : $".izv .f-{v.Name}{{fill:var(--izv-{v.Name})}}\n"));

    private static string StopRules(IEnumerable<ThemeVariable> variables) =>
        string.Concat(variables.Select(v => $".izv .g-{v.Name}{{stop-color:var(--izv-{v.Name})}}\n"));

    // Inks on cells are for text only.
    private static bool IsStroke(ThemeVariable variable) => variable.Name[0] is not ('i' or 'e') || variable.Name == "ink";
}
