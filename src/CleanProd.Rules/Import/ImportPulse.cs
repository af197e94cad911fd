namespace CleanProd.Rules.Import;

/// <summary>Tells how far an import is and looks for a request to stop, every ten thousand rows.</summary>
internal sealed class ImportPulse(IProgress<ImportProgress>? progress, CancellationToken ct)
{
    private const int Rows = 10_000;
    private long _rows;

    internal void Row(string file) => Taken(file, 1);

    internal void Taken(string file, int rows)
    {
        var before = _rows / Rows;
        _rows += rows;
        if (_rows / Rows == before) return;
        ct.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress(file, _rows));
    }
}
