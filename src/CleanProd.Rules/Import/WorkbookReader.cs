using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CleanProd.Rules.Import;

/// <summary>Reads the sheets of an Excel workbook, hidden ones and hidden rows included.</summary>
internal sealed class WorkbookReader : IDisposable
{
    private readonly string _file;
    private readonly Stream _stream;
    private readonly IExcelDataReader _reader;
    private readonly Dictionary<string, Dictionary<(int Row, int Column), string>> _errors = [];
    private Dictionary<(int Row, int Column), string>? _errorsOfSheet;

    /// <param name="file">The workbook.</param>
    /// <param name="tellsErrors">Whether a cell that Excel could not compute reads as its error (#N/A), not as a blank; .xlsx only.</param>
    /// <exception cref="ImportException">The file is damaged, protected, or a decompression bomb.</exception>
    internal WorkbookReader(SourceFile file, bool tellsErrors)
    {
        // The old binary format needs the code pages of its time.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _file = file.Name;
        _stream = Seekable(file.Open());
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(_stream));
        _stream.Position = 0;
        try
        {
            if (IsZip(_stream))
            {
                XlsxGuard.Check(_file, _stream);
                if (tellsErrors) _errors = XlsxErrorCells.Find(_stream);
            }

            _reader = ExcelReaderFactory.CreateReader(_stream, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception e) when (e is not ImportException and not OutOfMemoryException)
        {
            _stream.Dispose();
            throw Damaged(e);
        }
        catch (ImportException)
        {
            _stream.Dispose();
            throw;
        }
    }

    internal string Sha256 { get; }

    /// <summary>The sheets in order; each has to be read before the next is asked for.</summary>
    internal IEnumerable<SourceSheet> Sheets()
    {
        do
        {
            // A program may have written a sheet without a name; it is told of like any other that is no table.
            var name = _reader.Name ?? "";
            _errorsOfSheet = _errors.GetValueOrDefault(name);
            yield return new SourceSheet(_file, name, Rows(), CellsMayNotExceedHeadings: false);
        }
        while (Guarded(_reader.NextResult));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private IEnumerable<SourceRow> Rows()
    {
        while (Guarded(_reader.Read))
        {
            var last = _reader.FieldCount - 1;
            while (last >= 0 && Cell(last) is null) last--;
            if (last < 0) continue;
            var cells = new string?[last + 1];
            for (var i = 0; i <= last; i++) cells[i] = Cell(i);
            yield return new SourceRow(_reader.Depth + 1, cells);
        }
    }

    // The reader hands an error cell (#N/A) on as a blank.
    private string? Cell(int i) => Text(_reader.GetValue(i)) ?? _errorsOfSheet?.GetValueOrDefault((_reader.Depth, i));

    // A number becomes the decimal that Excel shows, 15 digits, and never passes through binary text.
    private static string? Text(object? value)
    {
        switch (value)
        {
            case null: return null;
            case string text: return text.All(char.IsWhiteSpace) ? null : text;
            case bool yes: return yes ? "true" : "false";
            case DateTime moment: return DateText.Iso(moment);
            case TimeSpan time: return time.ToString("c", CultureInfo.InvariantCulture);
        }

        try
        {
            return PlainNumber.Text(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        }
        catch (OverflowException)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        }
    }

    private bool Guarded(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Damaged(e);
        }
    }

    private ImportException Damaged(Exception e) => e is InvalidPasswordException
        ? new($"{_file}：工作簿有密码保护。请去除密码后重新导入。 / The workbook is protected by a password. Remove it and import again.", e)
        : new($"{_file}：不是完好的 Excel 工作簿（{e.Message}）。请用 Excel 打开并另存为 .xlsx 后重新导入。"
            + " / It is not a sound Excel workbook. Open it in Excel, save it as .xlsx and import it again.", e);

    private static bool IsZip(Stream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 2 && start[0] == 'P' && start[1] == 'K';
    }

    private static Stream Seekable(Stream stream)
    {
        if (stream.CanSeek) return stream;
        var copy = new MemoryStream();
        using (stream) stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
