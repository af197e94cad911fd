using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Tests.Notices;

public class DeadlinesTests
{
    // New Year 2025 is one day; Spring Festival 28 January to 4 February with 26 January and 8 February worked.
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Read(new StringReader(
        """
        date,kind,name_en,name_zh
        2024-02-10,holiday,Spring Festival,春节
        2024-12-31,workday,Test,无
        2025-01-01,holiday,New Year's Day,元旦
        2025-01-26,workday,Spring Festival,春节
        2025-01-28,holiday,Spring Festival,春节
        2025-01-29,holiday,Spring Festival,春节
        2025-01-30,holiday,Spring Festival,春节
        2025-01-31,holiday,Spring Festival,春节
        2025-02-01,holiday,Spring Festival,春节
        2025-02-02,holiday,Spring Festival,春节
        2025-02-03,holiday,Spring Festival,春节
        2025-02-04,holiday,Spring Festival,春节
        2025-02-08,workday,Spring Festival,春节
        """));

    [Theory]
    [InlineData("2024-12-31", 0, 1, "2025-01-31", "2025-02-05")] // Art. 202 corresponding day; Art. 203 Spring Festival ends 4 February
    [InlineData("2024-12-31", 0, 2, "2025-02-28", "2025-02-28")] // Art. 202 no 31 February: the month's last day
    [InlineData("2023-12-31", 0, 2, "2024-02-29", "2024-02-29")] // leap year
    [InlineData("2024-12-26", 0, 1, "2025-01-26", "2025-01-26")] // a Sunday that is worked
    [InlineData("2025-01-15", 0, 1, "2025-02-15", "2025-02-17")] // a Saturday
    [InlineData("2025-01-08", 0, 1, "2025-02-08", "2025-02-08")] // a Saturday that is worked
    [InlineData("2024-02-29", 1, 0, "2025-02-28", "2025-02-28")] // a year from a leap day
    [InlineData("2025-01-02", 0, 0, "2025-01-02", "2025-01-02")]
    public void Months_and_years_end_on_the_corresponding_day_and_roll_over_rest(string anchor, int years, int months, string corresponding, string last)
    {
        var deadline = Deadlines.Of(Day(anchor), new(years, months), Calendar);
        Assert.Equal((Day(corresponding), Day(last)), (deadline.Corresponding, deadline.On));
    }

    [Fact]
    public void The_first_day_does_not_count_and_working_days_skip_rest_but_count_make_up_days()
    {
        // After Friday 24 January: Sunday 26 (worked), Monday 27, then from 5 February.
        Assert.Equal(Day("2025-01-26"), Deadlines.Of(Day("2025-01-24"), new(WorkingDays: 1), Calendar).On);
        Assert.Equal(Day("2025-02-05"), Deadlines.Of(Day("2025-01-24"), new(WorkingDays: 3), Calendar).On);
        Assert.Equal(Day("2025-02-08"), Deadlines.Of(Day("2025-01-24"), new(WorkingDays: 6), Calendar).On);
        Assert.Equal(Day("2025-01-03"), Deadlines.Of(Day("2025-01-02"), new(Days: 1), Calendar).On);
    }

    [Fact]
    public void A_last_day_in_a_year_without_a_holiday_table_is_said_to_be_unsure()
    {
        Assert.True(Deadlines.Of(Day("2025-01-02"), new(Months: 2), Calendar).HolidaysKnown);
        Assert.False(Deadlines.Of(Day("2025-03-03"), new(Years: 1), Calendar).HolidaysKnown);
    }

    [Theory]
    [InlineData("2025-13-01,holiday", 1)]
    [InlineData("date,kind\n2025-01-01,festival", 2)]
    public void A_calendar_line_of_another_form_is_refused_with_its_number(string table, int line) =>
        Assert.Contains($"line {line}", Assert.Throws<FormatException>(() => WorkingCalendar.Read(new StringReader(table))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 0, "一个月", "one month")]
    [InlineData(0, 2, 0, "两个月", "two months")]
    [InlineData(1, 0, 0, "一年", "one year")]
    [InlineData(5, 0, 0, "五年", "five years")]
    [InlineData(0, 0, 45, "45个工作日", "45 working days")]
    public void Periods_are_written_in_words(int years, int months, int workingDays, string zh, string en)
    {
        var words = new NoticePeriod(years, months, workingDays).Words;
        Assert.Equal((zh, en), (words.Zh, words.En));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
