namespace IzzyViz.Tokenizers.Folders;

/// <summary>Which classes of tokenizer have a recipe.</summary>
internal static class Recipes
{
    private static readonly Dictionary<string, Recipe> ByClass = new(StringComparer.Ordinal)
    {
        ["BertTokenizer"] = WordPieceRecipe.Create,
        ["DistilBertTokenizer"] = WordPieceRecipe.Create,
        ["ElectraTokenizer"] = WordPieceRecipe.Create,
        ["MobileBertTokenizer"] = WordPieceRecipe.Create,
        ["GPT2Tokenizer"] = ByteLevelRecipes.Gpt2,
        ["RobertaTokenizer"] = ByteLevelRecipes.Roberta,
        ["BartTokenizer"] = ByteLevelRecipes.Roberta,
        ["CLIPTokenizer"] = ByteLevelRecipes.Clip,
        ["Qwen2Tokenizer"] = ByteLevelRecipes.Qwen2,
        ["T5Tokenizer"] = SentencePieceRecipes.T5,
        ["XLMRobertaTokenizer"] = SentencePieceRecipes.XlmRoberta,
        ["LlamaTokenizer"] = SentencePieceRecipes.Llama,
        ["GemmaTokenizer"] = SentencePieceRecipes.Gemma,
    };

    /// <summary>The class transformers takes for a model type when no file names one.</summary>
    private static readonly Dictionary<string, string> ByModelType = new(StringComparer.Ordinal)
    {
        ["bert"] = "BertTokenizer",
        ["distilbert"] = "DistilBertTokenizer",
        ["electra"] = "ElectraTokenizer",
        ["mobilebert"] = "MobileBertTokenizer",
        ["gpt2"] = "GPT2Tokenizer",
        ["roberta"] = "RobertaTokenizer",
        ["bart"] = "BartTokenizer",
        ["clip"] = "CLIPTokenizer",
        ["qwen2"] = "Qwen2Tokenizer",
        ["t5"] = "T5Tokenizer",
        ["xlm-roberta"] = "XLMRobertaTokenizer",
        ["llama"] = "LlamaTokenizer",
        ["gemma"] = "GemmaTokenizer",
    };

    public static Recipe? Find(string name) => ByClass.GetValueOrDefault(name);

    public static string ClassOf(string modelType) => ByModelType.GetValueOrDefault(modelType, "");
}
