using System.Collections.Immutable;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tensors;

namespace IzzyViz.Analysis.Summaries;

/// <summary>
/// A run table as a file, so that a site carries what a later comparison needs: safetensors with the values
/// <c>[example, head, statistic]</c> as float32 and everything else as JSON in its metadata. The same table gives the same bytes.
/// Why a module was refused is not in it.
/// </summary>
public static class RunTableFile
{
    private const string Format = "izzyviz-run-table";
    private const string Version = "1";

    public static void Write(RunTable table, Stream stream)
    {
        var metadata = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = Format,
            ["version"] = Version,
            ["run"] = JsonSerializer.Serialize(RunTableHeader.Of(table), RunTableJson.Default.RunTableHeader),
        });
        SafetensorsWriter.Write(stream, new(RunTableTensors.Of(table), metadata));
    }

    /// <summary>Null, and a finding, where the stream holds no whole run table.</summary>
    /// <param name="name">What findings call the file.</param>
    public static RunTable? Read(Stream stream, DiagnosticBag bag, string name = "run table")
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        try
        {
            return Read(SafetensorsReader.Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)));
        }
        catch (EndOfStreamException)
        {
            bag.Add(AnalysisDiagnostics.TruncatedRunTable.At(name, buffer.Length));
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            bag.Add(AnalysisDiagnostics.NoRunTable.At(name, e is JsonException ? "its description of the run cannot be read" : e.Message));
        }

        return null;
    }

    private static RunTable Read(Safetensors container)
    {
        if (container.Metadata.GetValueOrDefault("format") != Format)
        {
            throw new InvalidDataException("it holds tensors, but not of a run");
        }

        var version = container.Metadata.GetValueOrDefault("version");
        if (version != Version)
        {
            throw new InvalidDataException($"its version is '{version}' and this tool reads '{Version}'");
        }

        var header = JsonSerializer.Deserialize(container.Metadata.GetValueOrDefault("run", ""), RunTableJson.Default.RunTableHeader);
        return (header ?? throw new InvalidDataException("it describes no run")).ToTable(container);
    }
}
