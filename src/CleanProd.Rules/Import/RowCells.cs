using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// Reads the cells of one row after the other. What cannot be read yields a finding and marks the row as refused; reading goes on, so that
/// one import shows all that is wrong with a row.
/// </summary>
internal sealed class RowCells(FindingLog log)
{
    private FactRow _row;

    internal FindingLog Log => log;

    internal RowManner Manner => _row.Manner;

    internal SourceRef Source => _row.Source;

    internal bool Refused { get; private set; }

    internal void Begin(FactRow row)
    {
        (_row, Refused) = (row, false);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            // Not in a foreign file: its map says what is blank, and most of its columns mean nothing to us.
            if (row.Cells[i] is not ['#', ..] text || Manner.FromMap || !CellText.IsExcelError(text)) continue;
            log.Add("cell_error", Source, row.Headings[i] ?? row.Table.Columns[i].Name, text, text.Trim());
            row.Cells[i] = null;
        }
    }

    /// <summary>The cell as the source writes it.</summary>
    internal string? Raw(string column) => _row.Cells[_row.Table.Ordinal(column)];

    internal string? Text(string column) => CellText.Clean(Raw(column));

    internal string Required(string column)
    {
        if (Text(column) is { } text) return text;
        Refuse("blank_required", column, column);
        return "";
    }

    internal decimal? Number(string column, bool mayBeNegative = false)
    {
        if (Text(column) is not { } text)
        {
            if (Column(column) is { Required: true, MayBeBlank: true } && !Manner.FromMap) Say("value_missing", column, column);
            return null;
        }

        switch (NumberText.Read(text, out var number))
        {
            case NumberReading.NotANumber: Refuse("not_a_number", column, text); return null;
            case NumberReading.TooLarge: Refuse("number_too_large", column, text); return null;
        }

        if (number < 0 && !mayBeNegative) Refuse("negative_value", column, text);
        return number;
    }

    internal MeasuredValue Measured(string column, bool mayBeNegative)
    {
        var reading = MeasuredText.Read(Raw(column), out var value);
        if (reading != NumberReading.Number) Refuse(reading == NumberReading.TooLarge ? "number_too_large" : "not_a_number", column, Text(column)!);
        else if (value.Number < 0 && !mayBeNegative) Refuse("negative_value", column, Text(column)!);
        else if (value.Qualifier == ValueQualifier.Missing && !Manner.FromMap) Say("value_missing", column, column);
        return value;
    }

    internal int? Count(string column)
    {
        if (Text(column) is not { } text)
        {
            if (Column(column) is { Required: true } && !Manner.FromMap) Say("value_missing", column, column);
            return null;
        }

        if (NumberText.Read(text, out var number) == NumberReading.Number && number >= 0 && number <= int.MaxValue && number == decimal.Truncate(number))
            return (int)number;
        Refuse("not_a_count", column, text);
        return null;
    }

    internal int Year(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return 0;
        if (NumberText.Read(text, out var number) == NumberReading.Number && number is >= 1900 and <= 2199 && number == decimal.Truncate(number))
            return (int)number;
        Refuse("not_a_year", column, text);
        return 0;
    }

    internal DateOnly? Day(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DateText.TryDay(text, out var day)) return day;
        Refuse("not_a_date", column, text, DateText.DateForm);
        return null;
    }

    internal DateOnly RequiredDay(string column) => Required(column).Length == 0 ? default : Day(column) ?? default;

    internal DateTime RequiredMoment(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return default;
        if (DateText.TryMoment(text, out var moment)) return moment;
        Refuse("not_a_date", column, text, DateText.MomentForm);
        return default;
    }

    /// <summary>A word that has to be there.</summary>
    internal T RequiredWord<T>(string column, FactWords<T> words) where T : struct
    {
        var text = Required(column);
        if (text.Length == 0) return default;
        if (words.Find(text) is { } meaning) return meaning;
        Refuse("not_a_word", column, text, words.Listed);
        return default;
    }

    /// <summary>A word that may be blank; an unknown one is read as blank, with a warning.</summary>
    internal T? Word<T>(string column, FactWords<T> words) where T : struct
    {
        if (Text(column) is not { } text) return null;
        if (words.Find(text) is { } meaning) return meaning;
        Say("word_unknown", column, text, words.Listed);
        return null;
    }

    /// <summary>A unit. One that is not known refuses the row where quantities have to convert, and is kept with a warning elsewhere.</summary>
    internal Unit Unit(string column, bool hasToConvert, bool perYear = false, bool mayBeBlank = false)
    {
        var text = mayBeBlank ? Text(column) ?? "" : Required(column);
        // A quantity "per year" beside the days it stands for is a quantity.
        if (perYear)
            foreach (var suffix in (string[])["/a", "/年", "/yr", "/year"])
                if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) text = text[..^suffix.Length];
        var unit = Facts.Unit.Parse(text);
        if (unit.IsKnown) return unit;
        if (hasToConvert) Refuse("unit_refused", column, text);
        else log.Once("unit_unknown", Source, Heading(column), text, text, text);
        return unit;
    }

    internal void Say(string code, string column, params string[] arguments) => log.Add(code, Source, Heading(column), Raw(column), arguments);

    internal void SayOnce(string code, string column, string value, params string[] arguments) =>
        log.Once(code, Source, Heading(column), value, value, arguments);

    internal void Refuse(string code, string column, params string[] arguments)
    {
        Say(code, column, arguments);
        Refused = true;
    }

    internal void RefusePeriod(DateOnly from, DateOnly to)
    {
        if (from == default || to == default || to >= from) return;
        Refuse("period_reversed", "to", Iso(from), Iso(to));
    }

    internal string? Heading(string column) => _row.Headings[_row.Table.Ordinal(column)] ?? column;

    private FactColumn Column(string column) => _row.Table.Columns[_row.Table.Ordinal(column)];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
