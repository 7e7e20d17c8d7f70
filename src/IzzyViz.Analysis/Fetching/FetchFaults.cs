using System.Net;
using System.Text.Json;
using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Storage;

namespace IzzyViz.Analysis.Fetching;

/// <summary>Says what went wrong in the user's words once retries are used up.</summary>
internal static class FetchFaults
{
    public static async Task<T> TranslateAsync<T>(FetchContext context, Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception e) when (Describe(e, context) is { } diagnostic)
        {
            throw new DiagnosticException(diagnostic, e);
        }
    }

    private static Diagnostic? Describe(Exception exception, FetchContext context)
    {
        var (source, options, cache) = context;
        var host = options.Endpoint.GetLeftPart(UriPartial.Authority);
        return exception switch
        {
            HubException e => Describe(e, context),
            HttpRequestException or TimeoutException => FetchDiagnostics.Unreachable.At(source.DeclaredAt, host, Sentence(exception)),
            JsonException e => FetchDiagnostics.UnexpectedAnswer.At(source.DeclaredAt, host, e.Message),
            WrongHashException e => FetchDiagnostics.WrongHash.At(source.DeclaredAt, e.File, e.Name, e.Expected, e.Actual),
            HttpIOException or EndedEarlyException => FetchDiagnostics.Unreachable.At(source.DeclaredAt, host, Sentence(exception)),
            IOException e when IoFault.IsDiskFull(e) => FetchDiagnostics.DiskFull.At(source.DeclaredAt, cache, source.Repository),
            IOException or UnauthorizedAccessException => FetchDiagnostics.CacheNotWritable.At(source.DeclaredAt, cache, exception.Message),
            _ => null,
        };
    }

    private static Diagnostic Describe(HubException e, FetchContext context)
    {
        var (source, options, _) = context;
        return e.Status switch
        {
            HttpStatusCode.NotFound => FetchDiagnostics.NotFound.At(source.DeclaredAt, options.Endpoint.Host, source.Repository, source.Revision),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => FetchDiagnostics.Denied.At(
                source.DeclaredAt, source.Repository, (int)e.Status, new Uri(options.Endpoint, source.Repository)),
            _ => FetchDiagnostics.Unreachable.At(source.DeclaredAt, options.Endpoint.GetLeftPart(UriPartial.Authority), $"it answered with {e.Message}."),
        };
    }

    private static string Sentence(Exception e) => e.Message.TrimEnd('.') + ".";
}

internal sealed record FetchContext(RemoteSource Source, FetchOptions Options, string Cache);
