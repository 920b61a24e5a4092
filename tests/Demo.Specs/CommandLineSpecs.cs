using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class CommandLineSpecs
{
    private const int Done = 0, Failed = 3, NotUnderstood = 64;

    [Theory]
    [InlineData("")]
    [InlineData("--month missing.json")]
    [InlineData("--json out.json --month missing.json")]
    public async Task What_is_understood_is_tried(string args) => (await Run(args)).ShouldBe(Failed);

    [Theory]
    [InlineData("--mouth m.json")]
    [InlineData("--month")]
    [InlineData("--month --json")]
    [InlineData("m.json")]
    [InlineData("--month a --month b")]
    public async Task What_is_not_an_option_is_answered_with_the_usage(string args) => (await Run(args)).ShouldBe(NotUnderstood);

    [Fact]
    public async Task Whoever_asks_for_help_has_done_nothing_wrong() => (await Run("--help")).ShouldBe(Done);

    /// <summary>Without a platform to talk to.</summary>
    private static Task<int> Run(string args) =>
        DemoProgram.Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), _ => null, TimeProvider.System);
}
