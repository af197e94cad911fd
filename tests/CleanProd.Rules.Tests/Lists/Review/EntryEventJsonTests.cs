using CleanProd.Rules.Determinations;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using Xunit;
using static CleanProd.Rules.Tests.Lists.Review.InventedReview;

namespace CleanProd.Rules.Tests.Lists.Review;

public class EntryEventJsonTests
{
    [Fact]
    public void The_names_of_an_event_are_fixed()
    {
        var verified = new EntryEvent(3, EntryAct.Exclude, City, Noon, EntryState.Proposed) { Before = EntryState.Proposed, Reason = "已关停", Document = Minutes };
        Assert.Equal(
            """{"sequence":3,"act":"exclude","by":{"id":"city","name":"city","department":"environment","region":"4401"},"at":"2025-03-03T12:00:00+08:00","after":"proposed","before":"proposed","reason":"已关停","document":{"name":"会议纪要.pdf","sha256":"SHA"}}""".Replace("SHA", Minutes.Sha256, StringComparison.Ordinal),
            EventJson.Write(verified));
    }

    [Fact]
    public void The_names_of_an_opening_are_fixed()
    {
        var json = EventJson.Write(ListEntry.Open(Opening(value: 180.00m), Measures2016, Officer.System, Noon));
        Assert.Contains(
            """
            "opening":{"facility_id":"A","facility_name":"甲厂A","region":"440106","place":"广州市天河区","class_id":"double_over","origin":"screening","machine":{"outcome":"triggered","grounds":["G1a"],"reasons":[{"rule":"G1a","ground":"G1a","sentence":{"zh":"超过标准","en":"Over"},"citation":{"zh":"第八条","en":"Art. 8"},"facts":[{"outlet":"DW001","code":"w01018","name":"化学需氧量","at":"2024-03-04","value":"180","limit":90,"unit":"mg/L","ratio":2}]}],"determination_sha256":"SHA"}}
            """.Replace("SHA", new string('b', 64), StringComparison.Ordinal), json, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_is_read_as_it_was_written()
    {
        var entry = Open();
        EntryEvent[] events =
        [
            ListEntry.Open(Opening(), Measures2016, Officer.System, Noon),
            entry.Next(new(EntryAct.Exclude, County, Noon) { Reason = "理由\"=1", Document = Minutes }, Measures2016),
            entry.Next(new(EntryAct.Redetermine, Officer.System, Noon) { Reason = "更正", Machine = Machine(Outcome.Undetermined) }, Measures2016),
            entry.Next(new(EntryAct.Propose, Fixer, Noon), Measures2016),
        ];
        foreach (var json in events.Select(EventJson.Write)) Assert.Equal(json, EventJson.Write(EventJson.Read<EntryEvent>(json)));
    }

    [Theory]
    [InlineData("""{"sequence":1,"act":"propose"}""")]
    [InlineData("""{"sequence":1,"act":"bribe","by":{"id":"a","name":"a","department":"none","region":""},"at":"2025-03-03T12:00:00+08:00","after":"proposed"}""")]
    [InlineData("""{"sequence":1,"act":"propose","by":{"id":"a","name":"a","department":"none","region":""},"at":"2025-03-03T12:00:00+08:00","after":"proposed","extra":1}""")]
    [InlineData("null")]
    public void What_is_no_event_is_refused(string json) => Assert.Throws<FormatException>(() => EventJson.Read<EntryEvent>(json));
}
