using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.SiteGen.Figures.Lens;

namespace IzzyViz.SiteGen.Figures.Maps;

/// <summary>A figure and the numbers behind it.</summary>
internal sealed record DrawnFigure(Figure Figure, FigureData Data);

/// <summary>The numbers of a figure: its maps, and what belongs to its kind alone.</summary>
internal sealed record FigureData(ImmutableArray<LensLayout> Panels)
{
    /// <summary>Writes properties into the object that holds the panels.</summary>
    public Action<Utf8JsonWriter>? Extra { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("panels");
        foreach (var panel in Panels)
        {
            PanelJson.Write(json, panel);
        }

        json.WriteEndArray();
        Extra?.Invoke(json);
        json.WriteEndObject();
    }
}
