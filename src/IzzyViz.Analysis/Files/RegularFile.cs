namespace IzzyViz.Analysis.Files;

/// <summary>Files with something in them. A pipe or a device says that it has no length, and one who opens it may wait for ever: only what has a length is opened.</summary>
internal static class RegularFile
{
    /// <summary>Bytes of what a path leads to, links followed; 0 for what is no file, or cannot be read to an end.</summary>
    public static long Length(string path) => RealPath.Of(path) is { } real && new FileInfo(real) is { Exists: true } file ? file.Length : 0;

    /// <summary>The whole text; empty where the file has no length.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="most"/> bytes.</exception>
    public static string ReadText(string path, long most) => Length(path) switch
    {
        0 => "",
        var length when length <= most => File.ReadAllText(path),
        _ => throw new InvalidDataException($"it is larger than {most >> 20} MB"),
    };
}
