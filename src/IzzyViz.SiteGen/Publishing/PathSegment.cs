using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace IzzyViz.SiteGen.Publishing;

/// <summary>Makes any id a folder name that every file system and every server takes, and never the same name of two ids.</summary>
internal static class PathSegment
{
    private const int LongestName = 80;

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Numbered("com"), .. Numbered("lpt")];

    /// <summary>
    /// Lower-case letters, digits, <c>-</c>, <c>_</c> and inner dots stand for themselves, every other byte of the UTF-8 form is <c>~</c> and two
    /// hexadecimal digits. Upper case is encoded too: <c>A</c> and <c>a</c> are one file on many disks. Names too long end in <c>~~</c> and a hash.
    /// </summary>
    public static string Of(string id)
    {
        if (id.Length == 0)
        {
            return "~";
        }

        var name = Encode(id);
        if (name.Length > LongestName)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..24];
            name = $"{name[..(LongestName - 26)]}~~{hash}";
        }

        return name;
    }

    private static string Encode(string id)
    {
        var text = new StringBuilder(id.Length);
        var isDevice = Devices.Contains(id.Split('.')[0], StringComparer.Ordinal);
        for (var i = 0; i < id.Length; i++)
        {
            var isEdge = i == 0 || i == id.Length - 1;
            if (Plain.Contains(id[i]) && !(id[i] == '.' && isEdge) && !(isDevice && i == 0))
            {
                text.Append(id[i]);
                continue;
            }

            var length = i + 1 < id.Length && char.IsSurrogatePair(id[i], id[i + 1]) ? 2 : 1;
            AppendEncoded(text, id.AsSpan(i, length));
            i += length - 1;
        }

        return text.ToString();
    }

    private static void AppendEncoded(StringBuilder text, ReadOnlySpan<char> character)
    {
        // A lone surrogate has no UTF-8 form of its own: four digits keep it apart from the replacement character.
        if (character.Length == 1 && char.IsSurrogate(character[0]))
        {
            text.Append($"~u{(int)character[0]:x4}");
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..Encoding.UTF8.GetBytes(character, bytes)])
        {
            text.Append($"~{b:x2}");
        }
    }

    private static IEnumerable<string> Numbered(string name) => Enumerable.Range(1, 9).Select(n => $"{name}{n}");
}
