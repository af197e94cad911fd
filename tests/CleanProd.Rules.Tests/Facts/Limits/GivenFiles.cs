using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>A small data set of one plant in Guangzhou, as CSV files, taken in by the importer and judged by the shipped packs.</summary>
internal sealed class GivenFiles
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    private readonly SortedDictionary<string, StringBuilder> _files = new(StringComparer.Ordinal);

    internal GivenFiles(string industry = "C1713")
    {
        Row("facilities", "facility_id,name,region,industry,eia_approved_on", $"A,甲厂,440111,{industry},2010-06-01");
        Row("quotas", "facility_id,pollutant,from,quantity,unit", "A,化学需氧量,2021-01-01,50,t");
        Row("discharges", "facility_id,pollutant,from,to,quantity,unit", "A,化学需氧量,2024-01-01,2024-12-31,1,t");
        Row("substances", "facility_id,year,substance,role", "A,2024,none,used");
        Row("audits", "facility_id,kind,accepted_on", "A,voluntary,2020-01-01");
    }

    internal GivenFiles Row(string table, string header, string row)
    {
        if (!_files.TryGetValue(table + ".csv", out var file)) _files[table + ".csv"] = file = new StringBuilder(header).Append('\n');
        file.Append(row).Append('\n');
        return this;
    }

    internal GivenFiles Outlet(string id, string medium, string discharge, string grade, string height = "", string standard = "") =>
        Row("outlets", "facility_id,outlet_id,medium,discharge,grade,stack_height_m,standard", $"A,{id},{medium},{discharge},{grade},{height},{standard}");

    internal GivenFiles Value(string outlet, string pollutant, string at, string window, string value, string unit, string volume = "", string origin = "self") =>
        Row("measurements", "facility_id,outlet_id,pollutant,at,window,value,unit,origin,volume_m3", $"A,{outlet},{pollutant},{at},{window},{value},{unit},{origin},{volume}");

    internal GivenFiles Permit(string pollutant, string high, string unit) =>
        Row("permit_limits", "facility_id,outlet_id,pollutant,limit_high,unit,from,source", $"A,DW001,{pollutant},{high},{unit},2020-01-01,排污许可证");

    internal GivenFiles Said(params string[] topics)
    {
        foreach (var topic in topics) Row("discretion", "facility_id,topic,value,decided_by,decided_on,reason", $"A,\"{topic}\",yes,某局,2024-12-01,现场核查");
        return this;
    }

    /// <summary>What the ground of exceeding a discharge standard comes to, with its evidence and what is missing, on one line.</summary>
    internal (Outcome Outcome, string Text) Exceeding()
    {
        var imported = new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import([.. _files.Select(f => new SourceFile(f.Key, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Value.ToString()))))]);
        Assert.Equal("", string.Join("; ", imported.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.ToString())));
        var judged = new Screening(PackSelection.On(Shipped.NationalPacks, AsOf), Shipped.Reference, imported.Facts.TablesGiven, 2024, AsOf, CrossCheck.All).Judge(imported.Facts.Facilities.Single());
        var rule = judged.Rules.Single(r => r.Ground == "G1a");
        return (rule.Outcome, System.Text.Json.JsonSerializer.Serialize(rule, Plain));
    }

    /// <summary>Writes the files into a folder.</summary>
    internal void WriteTo(string folder)
    {
        foreach (var (name, text) in _files) File.WriteAllText(Path.Combine(folder, name), text.ToString());
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
