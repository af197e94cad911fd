namespace CleanProd.Rules.Tests.Host.Year;

/// <summary>Six enterprises of Guangzhou and what they report: one of each fate.</summary>
internal static class Plants
{
    /// <summary>Over its limit; audits itself through to acceptance.</summary>
    internal const string Paper = "91440103YL00001014";

    /// <summary>Over its limit by a misplaced decimal point; objects.</summary>
    internal const string Dyer = "91440104YL00002025";

    /// <summary>Uses a listed poison; does nothing until it is carried into the next list.</summary>
    internal const string Plater = "91440106YL00003036";

    /// <summary>Over its energy limit: listed by the energy side.</summary>
    internal const string Cement = "91440114YL00004047";

    /// <summary>Within every limit.</summary>
    internal const string Brewer = "91440111YL00005058";

    /// <summary>Reports what nobody can read: cannot be decided.</summary>
    internal const string Silent = "91440105YL00006069";

    private const string MeasurementHead = "facility_id,outlet_id,pollutant,at,window,value,unit,origin\n";

    internal static readonly IReadOnlyDictionary<string, string> County = new Dictionary<string, string>
    {
        [Paper] = "440103", [Dyer] = "440104", [Plater] = "440106", [Cement] = "440114",
    };

    /// <summary>What is handed in for 2024.</summary>
    internal static (string, string)[] Of2024 =>
    [
        ("facilities.csv",
            $"""
             facility_id,name,region,industry,status
             {Paper},荔湾纸厂,440103,C2221,operating
             {Dyer},越秀染整厂,440104,C1713,operating
             {Plater},天河电镀厂,440106,C3360,operating
             {Cement},花都水泥厂,440114,C3011,operating
             {Brewer},白云啤酒厂,440111,C1513,operating
             {Silent},海珠食品厂,440105,C1353,operating

             """),
        ("outlets.csv", "facility_id,outlet_id,medium,discharge\n" + string.Concat(new[] { Paper, Dyer, Plater, Cement, Brewer }.Select(p => $"{p},DW001,water,direct\n"))),
        ("permit_limits.csv", "facility_id,outlet_id,pollutant,limit_high,unit,from,to\n" + string.Concat(new[] { Paper, Dyer, Plater, Cement, Brewer }.Select(p => $"{p},DW001,化学需氧量,90,mg/L,2022-01-01,2027-12-31\n"))),
        ("measurements.csv", MeasurementHead
            + Cod(Paper, "2024-03-04", "132") + Cod(Paper, "2024-09-10", "61") + Cod(Dyer, "2024-05-06", "625") + Cod(Dyer, "2024-08-08", "55")
            + Cod(Plater, "2024-04-02", "33") + Cod(Cement, "2024-04-03", "41") + Cod(Brewer, "2024-06-05", "47") + Cod(Silent, "2024-07-05", "einundvierzig")),
        ("energy.csv", $"facility_id,year,product,output,output_unit,energy,energy_unit\n{Cement},2024,水泥熟料,1800000,t,221400,tce\n"),
        ("substances.csv", "facility_id,year,substance,role,quantity,unit\n" + $"{Plater},2024,氰化钠,used,1.85,t\n" + None(2024, Paper, Dyer, Cement, Brewer)),
        Quotas(2024, Dyer, Brewer), Discharged(2024, Dyer, Brewer),
        ("audits.csv", "facility_id,kind,accepted_on,result\n" + string.Concat(new[] { Dyer, Brewer }.Select(p => $"{p},voluntary,2021-06-01,合格\n"))),
    ];

    /// <summary>The value that was meant.</summary>
    internal static (string, string)[] Correction => [("measurements-corrected.csv", MeasurementHead + Cod(Dyer, "2024-05-06", "62.5"))];

    /// <summary>What is handed in for 2025, in which everybody keeps to everything.</summary>
    internal static (string, string)[] Of2025 =>
    [
        ("measurements.csv", MeasurementHead + string.Concat(new[] { Paper, Dyer, Plater, Cement, Brewer }.Select(p => Cod(p, "2025-05-20", "40")))),
        ("energy.csv", $"facility_id,year,product,output,output_unit,energy,energy_unit\n{Cement},2025,水泥熟料,1800000,t,180000,tce\n"),
        ("substances.csv", "facility_id,year,substance,role,quantity,unit\n" + None(2025, Paper, Dyer, Plater, Cement, Brewer)),
        Quotas(2025, Dyer, Brewer), Discharged(2025, Dyer, Brewer),
    ];

    private static string Cod(string plant, string day, string value) => $"{plant},DW001,化学需氧量,{day},day,{value},mg/L,self\n";

    private static (string, string) Quotas(int year, params string[] plants) =>
        ("quotas.csv", "facility_id,pollutant,medium,from,to,quantity,unit\n" + string.Concat(plants.Select(p => $"{p},化学需氧量,water,{year}-01-01,{year}-12-31,50,t\n")));

    private static (string, string) Discharged(int year, params string[] plants) =>
        ("discharges.csv", "facility_id,pollutant,medium,from,to,quantity,unit\n" + string.Concat(plants.Select(p => $"{p},化学需氧量,water,{year}-01-01,{year}-12-31,31.5,t\n")));

    private static string None(int year, params string[] plants) => string.Concat(plants.Select(p => $"{p},{year},none,used,,\n"));
}
