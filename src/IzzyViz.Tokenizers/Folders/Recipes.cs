namespace IzzyViz.Tokenizers.Folders;

/// <summary>Which classes of tokenizer have a recipe.</summary>
internal static class Recipes
{
    private static readonly Dictionary<string, Recipe> ByClass = new(StringComparer.Ordinal)
    {
        ["BertTokenizer"] = WordPieceRecipe.Bert,
        ["ConvBertTokenizer"] = WordPieceRecipe.Bert,
        ["DistilBertTokenizer"] = WordPieceRecipe.Bert,
        ["ElectraTokenizer"] = WordPieceRecipe.Bert,
        ["LayoutLMTokenizer"] = WordPieceRecipe.Bert,
        ["MobileBertTokenizer"] = WordPieceRecipe.Bert,
        ["MPNetTokenizer"] = WordPieceRecipe.Mpnet,
        ["SqueezeBertTokenizer"] = WordPieceRecipe.Bert,
        ["GPT2Tokenizer"] = ByteLevelRecipes.Gpt2,
        ["BartTokenizer"] = ByteLevelRecipes.Roberta,
        ["LEDTokenizer"] = ByteLevelRecipes.Roberta,
        ["LongformerTokenizer"] = ByteLevelRecipes.Roberta,
        ["RobertaTokenizer"] = ByteLevelRecipes.Roberta,
        ["CLIPTokenizer"] = ByteLevelRecipes.Clip,
        ["Qwen2Tokenizer"] = ByteLevelRecipes.Qwen2,
        ["AlbertTokenizer"] = SentencePieceRecipes.Albert,
        ["CamembertTokenizer"] = SentencePieceRecipes.Camembert,
        ["DebertaV2Tokenizer"] = SentencePieceRecipes.DebertaV2,
        ["T5Tokenizer"] = SentencePieceRecipes.T5,
        ["XLMRobertaTokenizer"] = SentencePieceRecipes.XlmRoberta,
        ["GemmaTokenizer"] = ByteFallbackRecipes.Gemma,
        ["LlamaTokenizer"] = ByteFallbackRecipes.Llama,
    };

    /// <summary>The class transformers takes for a model type when no file names one.</summary>
    private static readonly Dictionary<string, string> ByModelType = new(StringComparer.Ordinal)
    {
        ["albert"] = "AlbertTokenizer",
        ["bart"] = "BartTokenizer",
        ["bert"] = "BertTokenizer",
        ["camembert"] = "CamembertTokenizer",
        ["clip"] = "CLIPTokenizer",
        ["convbert"] = "ConvBertTokenizer",
        ["deberta-v2"] = "DebertaV2Tokenizer",
        ["distilbert"] = "DistilBertTokenizer",
        ["electra"] = "ElectraTokenizer",
        ["gemma"] = "GemmaTokenizer",
        ["gemma2"] = "GemmaTokenizer",
        ["gpt2"] = "GPT2Tokenizer",
        ["gpt_neo"] = "GPT2Tokenizer",
        ["led"] = "LEDTokenizer",
        ["llama"] = "LlamaTokenizer",
        ["longformer"] = "LongformerTokenizer",
        ["mistral"] = "LlamaTokenizer",
        ["mobilebert"] = "MobileBertTokenizer",
        ["mpnet"] = "MPNetTokenizer",
        ["mt5"] = "T5Tokenizer",
        ["qwen2"] = "Qwen2Tokenizer",
        ["roberta"] = "RobertaTokenizer",
        ["squeezebert"] = "SqueezeBertTokenizer",
        ["t5"] = "T5Tokenizer",
        ["xlm-roberta"] = "XLMRobertaTokenizer",
    };

    public static Recipe? Find(string name) => ByClass.GetValueOrDefault(name);

    public static string ClassOf(string modelType) => ByModelType.GetValueOrDefault(modelType, "");
}
