using CleanProd.Rules.Samples;

if (args is not [var target])
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/CleanProd.Rules.Samples -- data/samples/guangdong");
    return 2;
}

foreach (var (name, bytes) in SampleFiles.Texts())
{
    var path = Path.Combine(target, name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllBytes(path, bytes);
}

var workbook = Path.Combine(target, SampleFiles.Workbook);
if (!SampleWorkbook.IsCurrent(workbook)) SampleWorkbook.Write(workbook);
Console.WriteLine($"{SampleSet.Enterprises.Count} invented enterprises written to {target}.");
return 0;
