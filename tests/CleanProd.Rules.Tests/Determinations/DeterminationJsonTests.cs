using System.Buffers;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>The line of <c>determinations.jsonl</c>, byte for byte: others read it, and its hash is the hash of a screening.</summary>
public class DeterminationJsonTests
{
    [Fact]
    public void A_line_has_its_members_in_order_exact_numbers_qualified_values_as_texts_and_nothing_left_out()
    {
        var facility = new FacilityRecord(new("A-1"), "甲“一”厂 <b>", TestFacts.Source);
        var decided = new Determination(facility, 2024,
        [
            new("G1a", Outcome.Triggered)
            {
                Ground = "G1a", Citation = "第八条", CitationEn = "Art. 8", Sentence = "超标", Missing = [],
                Evidence =
                [
                    new(new SourceRef("a.xlsx", "表1", 7)) { OutletId = "DW001", Pollutant = "w01018", At = "2024-03-04", Value = MeasuredValue.Of(132.50m), Limit = 90m, Unit = "mg/L", Ratio = 1.4722m },
                    new(new SourceRef("b.csv", null, 2)) { Value = MeasuredValue.Read(">800") },
                    new(new SourceRef("b.csv", null, 3)) { Value = new MeasuredValue(ValueQualifier.Missing, 0m) },
                ],
            },
            new("G3", Outcome.Undetermined) { Missing = ["substances: none reported", "facility.Region"] },
        ]);
        var line = new ArrayBufferWriter<byte>();
        DeterminationJson.Write(decided, line);
        Assert.Equal(
            """{"facility_id":"A-1","facility_name":"甲“一”厂 \u003Cb\u003E","year":2024,"outcome":"triggered","rules":[""" +
            """{"rule":"G1a","outcome":"triggered","ground":"G1a","citation":"第八条","evidence":[""" +
            """{"outlet_id":"DW001","pollutant":"w01018","at":"2024-03-04","value":132.5,"limit":90,"unit":"mg/L","ratio":1.4722,"source":{"file":"a.xlsx","sheet":"表1","row":7}},""" +
            """{"outlet_id":null,"pollutant":null,"at":null,"value":"\u003E800","limit":null,"unit":null,"ratio":null,"source":{"file":"b.csv","sheet":null,"row":2}},""" +
            """{"outlet_id":null,"pollutant":null,"at":null,"value":null,"limit":null,"unit":null,"ratio":null,"source":{"file":"b.csv","sheet":null,"row":3}}],"missing":[]},""" +
            """{"rule":"G3","outcome":"undetermined","ground":null,"citation":"","evidence":[],"missing":["substances: none reported","facility.Region"]}]}""",
            Encoding.UTF8.GetString(line.WrittenSpan));
    }
}
