using Campaign.Tasks.Recurrences;
using Campaign.Testing;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class RuleValidatorSpecs
{
    [Theory]
    [InlineData("""{ "every": "Day", "at": [ { "from": "07:00", "to": "08:00" }, { "from": "18:00", "to": "00:00" } ] }""")]
    [InlineData("""{ "every": "Week", "weekdays": ["Friday"], "part": "Afternoon" }""")]
    [InlineData("""{ "every": "TwoWeeks", "weekdays": ["Friday"], "onHoliday": "ShiftAfter" }""")]
    [InlineData("""{ "every": "Month", "weekdays": ["Friday"], "nth": "Last" }""")]
    [InlineData("""{ "every": "Month", "weekdays": ["Tuesday"], "nth": "Second" }""")]
    [InlineData("""{ "every": "HalfMonth" }""")]
    [InlineData("""{ "every": "LunarMonth", "lunarDigits": [2, 7] }""")]
    [InlineData("""{ "every": "Year", "times": 3 }""")]
    public void What_the_sources_ask_for_is_said_in_a_line(string json) => Broken(json).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "every": "Month", "weekdays": ["Friday"] }""", "Nth rule-field-missing")]
    [InlineData("""{ "every": "Week", "nth": "Last" }""", "Nth rule-field-unexpected")]
    [InlineData("""{ "every": "Quarter", "weekdays": ["Friday"] }""", "Weekdays rule-field-unexpected")]
    [InlineData("""{ "every": "LunarMonth" }""", "LunarDigits rule-field-missing")]
    [InlineData("""{ "every": "Day", "lunarDigits": [2] }""", "LunarDigits rule-field-unexpected")]
    [InlineData("""{ "every": "LunarMonth", "lunarDigits": [12] }""", "LunarDigits[0] InclusiveBetweenValidator")]
    [InlineData("""{ "every": "Month", "part": "Morning" }""", "Part rule-field-unexpected")]
    [InlineData("""{ "every": "Day", "part": "Morning", "at": [ { "from": "07:00", "to": "08:00" } ] }""", "Part rule-field-unexpected")]
    [InlineData("""{ "every": "Week", "at": [ { "from": "07:00", "to": "08:00" } ] }""", "At rule-field-unexpected")]
    [InlineData("""{ "every": "Day", "at": [ { "from": "08:00", "to": "07:00" } ] }""", "At[0] time-window-backward")]
    [InlineData(
        """{ "every": "Day", "at": [ { "from": "07:00", "to": "09:00" }, { "from": "08:00", "to": "10:00" } ] }""", "At times-overlap")]
    [InlineData(
        """{ "every": "Day", "at": [ { "from": "20:00", "to": "00:00" }, { "from": "07:00", "to": "08:00" } ] }""", "At times-overlap")]
    [InlineData("""{ "every": "Day", "times": 3 }""", "Times rule-field-unexpected")]
    [InlineData("""{ "every": "TwoWeeks", "times": 3 }""", "Times rule-field-unexpected")]
    [InlineData("""{ "every": "HalfMonth", "onHoliday": "Skip" }""", "OnHoliday rule-field-unexpected")]
    [InlineData("""{ "every": "Week", "weekdays": [] }""", "Weekdays NotEmptyValidator")]
    public void What_makes_no_sense_is_named(string json, string broken) => Broken(json).ShouldBe([broken]);

    private static IEnumerable<string> Broken(string json) =>
        new RuleValidator().Validate(Json.Read<Rule>(json)).Errors.Select(error => $"{error.PropertyName} {error.ErrorCode}");
}
