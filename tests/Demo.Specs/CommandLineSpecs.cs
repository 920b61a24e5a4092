using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class CommandLineSpecs
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("--month m.json", "m.json", null)]
    [InlineData("--json out.json --month m.json", "m.json", "out.json")]
    public void Options_come_in_any_order(string args, string? month, string? json) =>
        CommandLine.Parse(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(new(month, json));

    [Theory]
    [InlineData("--mouth m.json")]
    [InlineData("--month")]
    [InlineData("--month --json")]
    [InlineData("m.json")]
    [InlineData("--month a --month b")]
    public void What_is_not_an_option_is_answered_with_the_usage(string args) =>
        CommandLine.Parse(args.Split(' ')).ShouldBeNull();
}
