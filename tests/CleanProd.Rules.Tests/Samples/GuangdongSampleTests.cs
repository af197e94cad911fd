using CleanProd.Rules.Samples;
using Xunit;

namespace CleanProd.Rules.Tests.Samples;

/// <summary>The committed sample is what its generator writes, and holds what it promises.</summary>
public class GuangdongSampleTests
{
    private static readonly string DataSet = Path.Combine(RepositoryRoot(), "data", "samples", "guangdong");

    public static TheoryData<string> TextFiles => [.. SampleFiles.Texts().Keys];

    public static TheoryData<string> WorkbookSheets => [.. SampleWorkbook.Sheets];

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void A_text_file_is_byte_for_byte_what_the_generator_writes(string file) =>
        Assert.Equal(SampleFiles.Texts()[file], File.ReadAllBytes(Path.Combine(DataSet, file)));

    [Theory]
    [MemberData(nameof(WorkbookSheets))]
    public void A_sheet_of_the_workbook_holds_the_cells_the_generator_writes(string sheet) =>
        Assert.Equal(SampleSet.Table(sheet), SampleWorkbook.Read(Path.Combine(DataSet, SampleFiles.Workbook), sheet));

    [Fact]
    public void The_data_set_holds_no_file_that_the_generator_does_not_know()
    {
        var known = SampleFiles.Texts().Keys.Append(SampleFiles.Workbook).Append("README.md").Order(StringComparer.Ordinal);
        var found = Directory.EnumerateFiles(DataSet, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(DataSet, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(known, found);
    }

    [Fact]
    public void More_than_120_enterprises_stand_in_all_21_cities_of_Guangdong()
    {
        Assert.True(SampleSet.Enterprises.Count >= 120);
        Assert.Equal(21, SampleSet.Enterprises.Select(e => e.Region[..4]).Distinct().Count());
    }

    [Fact]
    public void No_two_enterprises_share_a_code_or_a_name()
    {
        Assert.Equal(SampleSet.Enterprises.Count, SampleSet.Enterprises.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(SampleSet.Enterprises.Count, SampleSet.Enterprises.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_name_says_that_the_enterprise_is_a_sample() =>
        Assert.All(SampleSet.Enterprises, e => Assert.Contains("样例", e.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_credit_code_checks_but_the_one_mistyped_on_purpose()
    {
        var wrong = SampleSet.Enterprises.Where(e => !CreditCode.HasRightCheck(e.Id)).Select(e => e.Name);
        Assert.Equal(["广州错码样例食品有限公司"], wrong);
    }

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("9144030071526726XG", true)]
    [InlineData("91350100M000100Y44", false)]
    public void The_generators_check_character_is_that_of_GB_32100(string code, bool right) => Assert.Equal(right, CreditCode.HasRightCheck(code));

    [Theory]
    [InlineData("triggered", 45)]
    [InlineData("not_triggered", 45)]
    [InlineData("undetermined", 15)]
    [InlineData("not_applicable", 4)]
    public void Every_outcome_is_expected_of_enough_enterprises(string outcome, int atLeast) =>
        Assert.True(SampleSet.Enterprises.Count(e => e.Expected.Outcome == outcome) >= atLeast);

    [Theory]
    [InlineData("G1a")]
    [InlineData("G1b")]
    [InlineData("G2")]
    [InlineData("G3")]
    [InlineData("R1")]
    public void Every_ground_is_expected_alone_of_some_enterprise(string ground) =>
        Assert.Contains(SampleSet.Enterprises, e => e.Expected.Triggered is [var only] && only == ground);

    [Theory]
    [InlineData("G1a")]
    [InlineData("G1b")]
    [InlineData("G2")]
    [InlineData("G3")]
    public void Every_ground_is_expected_to_stay_open_for_some_enterprise(string ground) =>
        Assert.Contains(SampleSet.Enterprises, e => e.Expected.Undetermined is [var only] && only == ground);

    [Fact]
    public void An_expectation_names_grounds_exactly_when_its_outcome_needs_them() =>
        Assert.All(SampleSet.Enterprises, e =>
        {
            Assert.Equal(e.Expected.Outcome is "triggered", e.Expected.Triggered.Count > 0);
            if (e.Expected.Outcome is "undetermined") Assert.NotEmpty(e.Expected.Undetermined);
            if (e.Expected.Outcome is "not_triggered" or "not_applicable") Assert.Empty(e.Expected.Undetermined);
            Assert.EndsWith("。", e.Expected.Reason, StringComparison.Ordinal);
        });

    [Fact]
    public void The_measurements_stay_few_enough_to_read() => Assert.InRange(SampleSet.Table("measurements").Count, 2_000, 4_000);

    [Theory]
    [InlineData("ND")]
    [InlineData("<0.02")]
    [InlineData(">800")]
    [InlineData("９６．５")]
    [InlineData("-3.2")]
    [InlineData("7O.5")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("62.4  ")]
    public void The_measurements_hold_the_odd_ways_in_which_values_are_written(string value) =>
        Assert.Contains(SampleSet.Table("measurements"), row => row[5] == value);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CleanProd.Rules.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository: CleanProd.Rules.sln was not found above them.");
    }
}
