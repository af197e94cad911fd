using System.Globalization;
using System.Text;
using CleanProd.Rules.Import;
using CleanProd.Rules.Import.Hj212;

namespace CleanProd.Rules.Tests.Import.Hj212;

/// <summary>Invented logs.</summary>
internal static class Logs
{
    internal const string Water = "CPYL0000000000000000W001", Stack = "CPYL0000000000000000A001", Facility = "91440112YL11630752";

    internal static readonly SourceFile Devices = File("devices.csv", $"mn,facility_id,outlet_id,crc\n{Water},{Facility},DW001,\n{Stack},{Facility},DA001,\n");

    internal static readonly SourceFile Facilities = File("facilities.csv", $"facility_id,name\n{Facility},荔湾纸厂\n");

    internal static readonly SourceFile Outlets = File("outlets.csv", $"facility_id,outlet_id,medium\n{Facility},DW001,water\n{Facility},DA001,air\n");

    /// <summary>A frame with its right length and check sum.</summary>
    internal static string Frame(string segment)
    {
        var bytes = Encoding.UTF8.GetBytes(segment);
        return $"##{bytes.Length.ToString("D4", CultureInfo.InvariantCulture)}{segment}{Hj212Crc.Of(bytes):X4}\r\n";
    }

    /// <summary>The message of a device at a time.</summary>
    internal static string Message(string mn, string cn, string time, string items) =>
        Frame($"QN=20240304080000123;ST={(mn == Stack ? 31 : 32)};CN={cn};PW=123456;MN={mn};Flag=4;CP=&&DataTime={time};{items}&&");

    internal static SourceFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    internal static SourceFile File(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    internal static ImportResult Import(params SourceFile[] files) => new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(files);

    /// <summary>Imports a log of the two devices.</summary>
    internal static ImportResult Import(string log) => Import(Facilities, Outlets, Devices, File("站点.log", log));
}
