using Campaign.Tasks.Calendars;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Calendars;

public sealed class CalendarGapSpecs
{
    [Fact]
    public void A_deadline_in_a_year_without_a_table_says_so() =>
        CalendarGap.Note(Official, At("2026-12-30 09:00"), At("2027-01-05 17:30")).ShouldBe("2027年节假日表尚未录入，期限只按周末推算，录入后请核对。");

    [Fact]
    public void Midnight_of_the_last_day_belongs_to_the_year_that_ends() =>
        CalendarGap.Note(Official, At("2026-12-30 09:00"), At("2027-01-01 00:00")).ShouldBeNull();

    [Fact]
    public void Every_year_that_is_missing_is_named()
    {
        CalendarGap.Note(Official, At("2026-12-30 09:00"), At("2028-03-01 12:00")).ShouldStartWith("2027年、2028年节假日表");
        CalendarGap.Note(Official, At("2026-12-30 09:00"), At("2099-03-01 12:00")).ShouldStartWith("2027年至2099年节假日表");
    }

    [Fact]
    public void Only_beyond_what_is_shipped_a_gap_may_be()
    {
        CalendarGap.MayBe(At("2025-12-30 09:00"), At("2026-03-01 12:00")).ShouldBeFalse();
        CalendarGap.MayBe(At("2026-12-30 09:00"), At("2027-03-01 12:00")).ShouldBeTrue();
    }
}
