using Campaign.Contracts.Tasks;
using Campaign.Web;

namespace Campaign.Architecture.Tests;

/// <summary>
/// docs/glossary.md has a Chinese word for whatever the services tell each other and for every role, and for nothing that is gone.
/// </summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Every_integration_event_has_a_word() =>
        Words("Integration events").ShouldBe(
            typeof(UnitRegistered).Assembly.GetExportedTypes().Where(type => type is { IsNested: false }).Select(type => type.Name),
            ignoreOrder: true);

    [Fact]
    public void Every_role_has_a_word() => Words("Roles").ShouldBe(Enum.GetNames<Role>(), ignoreOrder: true);

    [Fact]
    public void A_word_stands_for_one_thing()
    {
        string[] things = ["Who takes part", "Work", "Inspections and findings", "Scores"];
        things.SelectMany(Words).ShouldBeUnique();
    }

    /// <summary>Words that stood for the same thing.</summary>
    [Theory]
    [InlineData("表彰", "表扬"), InlineData("评分细则", "评分表"), InlineData("登记号", "案号"), InlineData("计分明细", "得分明细")]
    public void One_thing_has_one_word(string other, string word) =>
        Directory.EnumerateFiles(Path.Combine(Testing.Documents.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(other, StringComparison.Ordinal)).ShouldBeEmpty($"it is {word}");

    /// <summary>The first cells of the table below a heading; beside each stands its Chinese word.</summary>
    private static IEnumerable<string> Words(string heading)
    {
        var page = File.ReadAllText(Path.Combine(Testing.Documents.Root, "docs/glossary.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith(heading, StringComparison.Ordinal));
        foreach (var row in section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            cells[2].Any(letter => letter >= (char)0x4E00).ShouldBeTrue($"{cells[1]} has no Chinese word");
            yield return cells[1];
        }
    }
}
