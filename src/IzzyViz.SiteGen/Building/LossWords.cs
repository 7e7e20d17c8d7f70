using IzzyViz.Analysis.Diagnostics;
using IzzyViz.Analysis.Tokens;

namespace IzzyViz.SiteGen.Building;

/// <summary>Why a model has no result over a slice, for its page: without the paths of this machine and the ids of rows.</summary>
internal static class LossWords
{
    /// <summary>Whether other models can go on: findings about a model, and about its tokenizer.</summary>
    public static bool IsOfModel(Diagnostic finding) => finding.Code.StartsWith("IZV3", StringComparison.Ordinal) || IsOfTokens(finding);

    public static string Of(Diagnostic finding, string model)
    {
        if (IsOfTokens(finding))
        {
            var why = finding.Descriptor == TokenDiagnostics.TokenizerMissing ? "the model has no tokenizer"
                : finding.Descriptor == TokenDiagnostics.TokenizerUnusable ? "its tokenizer cannot be used"
                : "none of the examples is one for this model";
            return $"{why} ({finding.Code})";
        }

        var folder = Path.GetDirectoryName(model);
        var message = string.IsNullOrEmpty(folder) ? finding.Message : finding.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return $"{message.TrimEnd('.')} ({finding.Code})";
    }

    private static bool IsOfTokens(Diagnostic finding) => finding.Code.StartsWith("IZV25", StringComparison.Ordinal);
}
