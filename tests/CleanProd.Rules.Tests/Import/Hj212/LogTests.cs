using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Import.Hj212;
using CleanProd.Rules.Tests.Host;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Import.Hj212;

/// <summary>Logs of monitoring devices become measured values, and what is wrong with a frame is said with what it should have been.</summary>
public class LogTests
{
    [Fact]
    public void The_check_sum_of_the_example_in_annex_A_is_1C80() => Assert.Equal(
        0x1C80, Hj212Crc.Of("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&"u8));

    [Fact]
    public void Hours_and_days_are_taken_as_sent_with_flag_volume_and_line()
    {
        var log = "2024-03-04 09:00:01 收到 " + Logs.Message(Logs.Water, "2061", "20240304080000", "w00000-Cou=120.5,w00000-Avg=33.4;w01018-Min=40,w01018-Avg=56.70,w01018-Max=61,w01018-Flag=N;w21003-Avg=3.1,w21003-Flag=D")
            + Logs.Message(Logs.Water, "2031", "20240304000000", "w01018-Avg=51.2,w01018-Flag=N");
        var result = Logs.Import(log);
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        var hour = Assert.Single(Points(result, "w01018", AveragingWindow.Hour));
        Assert.Equal((new DateTime(2024, 3, 4, 8, 0, 0), 56.70m, 'N', 120.5m, "站点.log", 1), (hour.At, hour.Value.Number, hour.Flag, hour.VolumeM3, hour.Source.File, hour.Source.Row));
        Assert.Equal('D', Assert.Single(Points(result, "w21003", AveragingWindow.Hour)).Flag);
        Assert.Equal((51.2m, 2), (Points(result, "w01018", AveragingWindow.Day).Single().Value.Number, Points(result, "w01018", AveragingWindow.Day).Single().Source.Row));
        Assert.Equal("mg/L", Series(result, "w01018", AveragingWindow.Hour).Key.Unit.Symbol);
        Assert.Equal(DataOrigin.Automatic, Series(result, "w01018", AveragingWindow.Hour).Key.Origin);
    }

    [Fact]
    public void Codes_of_2005_mean_what_they_mean_in_the_medium_of_the_system_and_a_stack_gives_converted_values()
    {
        var result = Logs.Import(
            Logs.Message(Logs.Water, "2061", "20240304080000", "011-Avg=70,011-Flag=N;B01-Cou=10")
            + Logs.Message(Logs.Stack, "2061", "20240304080000", "02-Avg=20,02-ZsAvg=51.0317,02-Flag=N;S03-Avg=120"));
        Assert.Equal(70m, Points(result, "w01018", AveragingWindow.Hour).Single().Value.Number);
        Assert.Equal(51.0317m, Points(result, "a21026", AveragingWindow.Hour).Single().Value.Number);
        Assert.Equal(["hj212_converted", "hj212_parameter"], result.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_the_oxygen_beside_it_the_measured_value_is_taken_so_that_it_is_not_converted_twice()
    {
        var result = Logs.Import(Logs.Message(Logs.Stack, "2061", "20240304080000", "a21026-Avg=20,a21026-ZsAvg=51.0317,a21026-Flag=N;a19001-Avg=14.9,a19001-Flag=N"));
        Assert.Equal(20m, Points(result, "a21026", AveragingWindow.Hour).Single().Value.Number);
        Assert.Equal(14.9m, Points(result, "a19001", AveragingWindow.Hour).Single().Value.Number);
    }

    [Theory]
    [InlineData("##0101QN=20240304080000123;ST=32;CN=2061", "hj212_broken", "")]
    [InlineData("crc", "hj212_crc", "FFFF")]
    [InlineData("modbus", "hj212_crc_modbus", "Modbus")]
    [InlineData("length", "hj212_length", "长 99，")]
    [InlineData("time", "hj212_time", "2024-03-04")]
    public void A_faulty_frame_is_kept_out_whole_and_its_finding_says_what_was_expected(string what, string code, string said)
    {
        var good = Logs.Message(Logs.Water, "2061", "20240304080000", "w01018-Avg=500,w01018-Flag=N");
        var segment = Encoding.ASCII.GetBytes(good[6..^6]);
        var frame = what switch
        {
            "crc" => good[..^6] + "FFFF\r\n",
            "modbus" => $"{good[..^6]}{Hj212Crc.Modbus(segment):x4}\r\n",
            "length" => "##0099" + good[6..],
            "time" => Logs.Message(Logs.Water, "2061", "2024-03-04 08:00", "w01018-Avg=500"),
            _ => what,
        };
        var result = Logs.Import("\n\n" + frame + Logs.Message(Logs.Water, "2061", "20240304090000", "w01018-Avg=60,w01018-Flag=N"));
        var finding = Assert.Single(result.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal((code, "站点.log", 3), (finding.Code, finding.File, finding.Row));
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
        if (what == "crc") Assert.Contains($"{Hj212Crc.Of(segment):X4}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(60m, Points(result, "w01018", AveragingWindow.Hour).Single().Value.Number);
        // What cannot be relied on is missing, not absent: the facility's measurements are known to be incomplete.
        if (what.Length < 10) Assert.Contains(result.Facts.Facilities.Single().RefusedIn, r => r.Key == "measurements");
        var file = result.Files.Single(f => f.Name == "站点.log");
        Assert.Equal((2, 1, 1), (file.RowsRead, file.RowsTaken, file.RowsRefused));
    }

    [Fact]
    public void A_device_that_is_known_to_compute_the_wrong_check_sum_may_be_tolerated()
    {
        var good = Logs.Message(Logs.Water, "2061", "20240304080000", "w01018-Avg=50,w01018-Flag=N");
        var wrong = $"{good[..^6]}{Hj212Crc.Modbus(Encoding.ASCII.GetBytes(good[6..^6])):X4}\r\n";
        var devices = Logs.File("devices.csv", $"mn,facility_id,outlet_id,crc\n{Logs.Water},{Logs.Facility},DW001,modbus\n");
        var result = Logs.Import(Logs.Facilities, Logs.Outlets, devices, Logs.File("a.log", wrong));
        Assert.Single(Points(result, "w01018", AveragingWindow.Hour));
    }

    [Fact]
    public void A_device_that_nobody_placed_gives_one_finding_with_the_number_of_its_frames()
    {
        var frames = string.Concat(Enumerable.Range(0, 5).Select(h => Logs.Message("MN9", "2061", $"202403040{h}0000", "w01018-Avg=50")));
        var finding = Assert.Single(Logs.Import(frames).Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal("hj212_device_unknown", finding.Code);
        Assert.Contains("5 帧", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 10, true)]   // 50 minutes
    [InlineData(4, 10, false)]  // 40
    [InlineData(9, 5, true)]    // 45
    [InlineData(44, 1, false)]
    [InlineData(45, 1, true)]
    public void An_hour_is_made_of_minutes_only_with_45_valid_ones(int slots, int interval, bool made)
    {
        var log = string.Concat(Enumerable.Range(0, slots).Select(s => Logs.Message(
            Logs.Water, "2051", $"2024030408{(s * interval).ToString("D2", CultureInfo.InvariantCulture)}00", $"w00000-Cou={s + 1};w01018-Avg={10 * (s + 1)},w01018-Flag=N")));
        var result = Logs.Import(log);
        var points = Points(result, "w01018", AveragingWindow.Hour);
        Assert.Equal(made ? 1 : 0, points.Count);
        Assert.Contains(result.Findings, f => f.Code == (made ? "hj212_hour_made" : "hj212_hour_short"));
        // Weighed by the flow: Σ10n² ÷ Σn.
        if (made) Assert.Equal(decimal.Round(Enumerable.Range(1, slots).Sum(n => 10m * n * n) / Enumerable.Range(1, slots).Sum(), 9), points[0].Value.Number);
    }

    [Fact]
    public void An_hour_that_the_device_sent_comes_before_its_minutes_and_both_before_its_running_values()
    {
        var log = string.Concat(Enumerable.Range(0, 6).Select(s => Logs.Message(Logs.Water, "2051", $"2024030408{s}000", "w01018-Avg=90,w01018-Flag=N")))
            + Logs.Message(Logs.Water, "2011", "20240304083000", "w01018-Rtd=99") + Logs.Message(Logs.Water, "2061", "20240304080000", "w01018-Avg=60,w01018-Flag=N");
        var result = Logs.Import(log);
        Assert.Equal(60m, Points(result, "w01018", AveragingWindow.Hour).Single().Value.Number);
        Assert.Empty(Points(result, "w01018", AveragingWindow.Instant));
        Assert.Contains(result.Findings, f => f.Code == "hj212_running");
        var running = Logs.Import(Logs.Message(Logs.Water, "2011", "20240304083000", "w01018-Rtd=99,w01018-Flag=N"));
        Assert.Equal((new DateTime(2024, 3, 4, 8, 30, 0), 99m), Points(running, "w01018", AveragingWindow.Instant).Select(p => (p.At, p.Value.Number)).Single());
    }

    [Theory]
    [InlineData(Logs.Water, "w01018", 1, 'F')]
    [InlineData(Logs.Stack, "a21026", 1, 'N')]
    [InlineData(Logs.Stack, "a21026", 2, 'D')]
    public void One_abnormal_minute_flags_the_hour_of_an_outlet_and_a_quarter_that_of_a_stack(string mn, string code, int abnormal, char flag)
    {
        var log = string.Concat(Enumerable.Range(0, 6).Select(s => Logs.Message(mn, "2051", $"2024030408{s}000", $"{code}-Avg=20,{code}-Flag={(s < abnormal ? 'F' : 'N')}")));
        Assert.Equal(flag, Points(Logs.Import(log), code, AveragingWindow.Hour).Single().Flag);
    }

    [Fact]
    public void Frames_without_line_breaks_resent_frames_commands_and_remarks_do_no_harm()
    {
        var one = Logs.Message(Logs.Water, "2061", "20240304080000", "w01018-Avg=50,w01018-Flag=N").TrimEnd();
        var remark = Logs.Frame($"ST=91;CN=3020;PW=123456;MN={Logs.Water};Flag=4;CP=&&DataTime=20240304080000;PolId=w01018,i11001-Info=//清洗一次//&&").TrimEnd();
        var result = Logs.Import(one + one + remark + "##12" + one);
        Assert.Equal(50m, Points(result, "w01018", AveragingWindow.Hour).Single().Value.Number);
        Assert.Equal(["duplicate_row", "hj212_commands"], result.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Property]
    public Property However_the_stream_is_cut_the_frames_are_the_same() => Prop.ForAll(
        Gen.Choose(1, 9000).Two().ToArbitrary(),
        cut =>
        {
            var text = string.Concat(Enumerable.Range(0, 300).Select(i => (i % 7 == 0 ? "# ##99 x\n" : "") + Logs.Message(Logs.Water, "2061", $"20240304{i % 24:D2}0000", $"w01018-Avg={i}")));
            var bytes = Encoding.UTF8.GetBytes(text);
            var whole = new Hj212FrameReader(new MemoryStream(bytes)).Read().ToArray();
            var cuts = new Hj212FrameReader(new ChoppedStream(bytes, cut.Item1, cut.Item2)).Read().ToArray();
            return whole.Length == 300 && whole.All(f => f.Fault == Hj212Fault.None) && whole.SequenceEqual(cuts);
        });

    [Fact]
    public void A_log_far_larger_than_the_memory_of_the_process_is_read()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { Logs.Facilities, Logs.Outlets, Logs.Devices }) Copy(file, folder[file.Name]);
        // A day of minutes, sent again and again.
        var day = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1440).Select(m => Logs.Message(
            Logs.Water, "2051", $"20240304{m / 60:D2}{m % 60:D2}00", $"w00000-Cou=2.5;w01018-Min=48.2,w01018-Avg={50 + (m % 7)},w01018-Max=57.9,w01018-Flag=N"))));
        using (var log = File.Create(folder["a.log"]))
            for (var i = 0; i < (Effort.Rounds == 1 ? 400 : 4000); i++) log.Write(day);
        Assert.True(new FileInfo(folder["a.log"]).Length > 100_000_000);

        var run = Cleanprod.RunWithin(160_000_000, "screen", folder.Path, "--year", "2024", "--as-of", "2025-01-15", "--out", folder["out"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("hj212_hour_made", File.ReadAllText(Path.Combine(folder["out"], "findings.csv")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_real_frames_give_their_known_answers()
    {
        var path = RealData.Find("hj212/messages.txt");
        using var stream = File.OpenRead(path);
        var frames = new Hj212FrameReader(stream).Read().ToArray();
        Assert.Equal(6, frames.Length);
        Assert.DoesNotContain(frames, f => f.Fault is Hj212Fault.Length or Hj212Fault.Broken);
        Assert.Equal([(0x4980, 0x3C00), (0x4981, 0x4980)], frames.Where(f => f.Fault == Hj212Fault.Crc).Select(f => ((int)f.StatedCrc, (int)f.Crc)));
    }

    private static void Copy(SourceFile from, string to)
    {
        using var source = from.Open();
        using var target = File.Create(to);
        source.CopyTo(target);
    }

    private static MeasurementSeries Series(ImportResult result, string code, AveragingWindow window) =>
        result.Facts.Facilities.SelectMany(f => f.Series).Single(s => s.Key.Pollutant.Value == code && s.Key.Window == window);

    private static List<SeriesPoint> Points(ImportResult result, string code, AveragingWindow window) =>
        [.. result.Facts.Facilities.SelectMany(f => f.Series).Where(s => s.Key.Pollutant.Value == code && s.Key.Window == window).SelectMany(s => s.Points())];
}
