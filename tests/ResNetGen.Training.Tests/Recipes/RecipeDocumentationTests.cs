using System.Text.Json;

namespace ResNetGen.Training.Tests;

public sealed class RecipeDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recipes.md"));

    // The schema has every key, and the words of each.
    private static readonly JsonElement Schema = JsonDocument.Parse(RecipeText.Schema).RootElement;

    public static TheoryData<string> Keys => [.. Under("properties").SelectMany(p => p.EnumerateObject()).Select(p => p.Name).Distinct()];

    public static TheoryData<string> Words => [.. Under("enum").SelectMany(e => e.EnumerateArray()).Select(w => w.GetString()!).Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_page_has_a_row_for_every_key(string key) => Assert.Contains($"\n| `{key}` | ", Page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Words))]
    public void The_page_says_every_word(string word) => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal);

    [Fact]
    public void The_page_has_a_row_for_every_recipe() => Assert.All(Recipes.BuiltIn, r => Assert.Contains($"\n| `{r.Name}` | ", Page, StringComparison.Ordinal));

    [Fact]
    public void The_page_quotes_what_is_written() => Assert.Contains("```yaml\n" + RecipeText.Write(Recipes.Find("cifar10")) + "```", Page, StringComparison.Ordinal);

    private static List<JsonElement> Under(string name)
    {
        var found = new List<JsonElement>();
        Walk(Schema);
        return found;

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    Walk(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Name == name)
                        found.Add(property.Value);
                    Walk(property.Value);
                }
            }
        }
    }
}
