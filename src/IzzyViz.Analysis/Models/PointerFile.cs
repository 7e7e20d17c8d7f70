using System.Text;

namespace IzzyViz.Analysis.Models;

/// <summary>A small text that stands for a file kept elsewhere.</summary>
internal sealed record PointerFile(string Kind, string Remedy)
{
    private const int Longest = 1024;

    public static PointerFile? Recognise(string path)
    {
        var info = new FileInfo(path);
        if (File.Exists(path + ".dvc") && info is { Exists: false })
        {
            return new("DVC", "dvc pull");
        }

        return info is { Exists: true, Length: > 0 and < Longest } ? Recognise(info) : null;
    }

    private static PointerFile? Recognise(FileInfo file)
    {
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName));
        return text switch
        {
            _ when text.StartsWith("version https://git-lfs", StringComparison.Ordinal) => new("Git LFS", "git lfs pull"),
            _ when text.StartsWith("outs:", StringComparison.Ordinal) && text.Contains("md5:", StringComparison.Ordinal) => new("DVC", "dvc pull"),
            _ when text.StartsWith("/annex/objects/", StringComparison.Ordinal) => new("git-annex", "git annex get"),
            _ => null,
        };
    }
}
