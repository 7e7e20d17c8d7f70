using IzzyViz.SiteGen.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace IzzyViz.SiteGen.Serving;

/// <summary>Finds the file of an address inside the served folder, as a static host does: folders by their index, the site's own 404 for the rest.</summary>
internal static class PreviewFiles
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static IResult Answer(string folder, string path, string requested)
    {
        if (path.Length > 0 && !SitePath.IsValid(path.TrimEnd('/')))
        {
            return NotFound(folder);
        }

        var file = Path.Combine(folder, path.TrimEnd('/'));
        if (Directory.Exists(file))
        {
            // Relative links of an index only work from an address that ends in a slash.
            return requested.EndsWith('/') ? File(folder, Path.Combine(file, "index.html")) : Results.Redirect(requested + "/");
        }

        return path.EndsWith('/') ? NotFound(folder) : File(folder, file);
    }

    private static IResult File(string folder, string file)
    {
        if (!System.IO.File.Exists(file) || Path.GetFileName(file).StartsWith('.'))
        {
            return NotFound(folder);
        }

        return file.EndsWith(".html", StringComparison.Ordinal)
            ? Page(file, StatusCodes.Status200OK)
            : Results.File(file, ContentTypes.TryGetContentType(file, out var type) ? type : "application/octet-stream");
    }

    private static IResult NotFound(string folder)
    {
        var page = Path.Combine(folder, SitePathOfNotFound);
        return System.IO.File.Exists(page) ? Page(page, StatusCodes.Status404NotFound) : Results.NotFound();
    }

    private const string SitePathOfNotFound = "404.html";

    private static IResult Page(string file, int status)
    {
        var text = System.IO.File.ReadAllText(file)
            .Replace("default-src 'none';", "default-src 'none'; connect-src 'self';", StringComparison.Ordinal)
            .Replace("</body>", PreviewServer.ScriptTag + "</body>", StringComparison.Ordinal);
        return Results.Content(text, "text/html; charset=utf-8", statusCode: status);
    }
}
