using System.Diagnostics;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Fuzzing;

// cleanprod-fuzzing ROOT KIND SEED SECONDS: makes inputs of a kind from a seed until the time is over and has the library read them. Every input is told
// before it is read, so that whoever started this process knows which one it died of. Exit code 0: all were read or refused in good order.
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
var (root, kind, seed, seconds) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), double.Parse(args[3], CultureInfo.InvariantCulture));
var folder = Path.Combine(root, "data", "reference");
var reference = ReferenceReader.Read(Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
    .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
Action<Random> one = kind switch
{
    "csv" => random => Reading.Import(reference, CsvInput.Make(random)),
    "xlsx" => random => Reading.Import(reference, WorkbookInput.Make(random)),
    "hj212" => random => Reading.Import(reference, LogInput.Make(random)),
    "map" => random => Reading.Map(reference, MapInput.Make(random, root), CsvInput.Make(random)[0]),
    _ => throw new ArgumentException($"{kind}: csv, xlsx, hj212 or map"),
};
var (watch, done) = (Stopwatch.StartNew(), 0);
for (; watch.Elapsed.TotalSeconds < seconds || done < 20; done++)
{
    // Every input has a seed of its own: the one that breaks is made again by itself.
    var input = unchecked((seed * 1_000_003) + done);
    Console.Out.WriteLine($"{kind} {input}");
    Console.Out.Flush();
    // Time of this process's own: a machine may be busy with others.
    var before = Environment.CpuUsage.TotalTime;
    one(new Random(input));
    var spent = Environment.CpuUsage.TotalTime - before;
    if (spent.TotalSeconds > 5) throw new TimeoutException($"{kind} {input} took {spent.TotalSeconds:0.0} s");
}

Console.Out.WriteLine($"read {done}");
