using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CleanProd.Rules.Storage.Tables;
using PlainNumber = CleanProd.Rules.Facts.PlainNumber;

namespace CleanProd.Rules.Storage.Upkeep.Backup;

/// <summary>
/// A row as a line of a backup: a JSON array of its values, written so that the same row gives the same bytes from either database.
/// </summary>
internal static class BackupRow
{
    private const string Day = "yyyy-MM-dd";

    // Whole microseconds: what PostgreSQL keeps. SQLite may hold a digit more.
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the row that a reader stands on, with the line break.</summary>
    internal static void Write(DbDataReader reader, IReadOnlyList<StoreColumn> columns, IBufferWriter<byte> to)
    {
        using (var json = new Utf8JsonWriter(to, Plain))
        {
            json.WriteStartArray();
            for (var i = 0; i < columns.Count; i++)
            {
                if (reader.IsDBNull(i)) json.WriteNullValue();
                else Write(json, reader, i, columns[i].Kind);
            }

            json.WriteEndArray();
        }

        to.Write("\n"u8);
    }

    /// <summary>Writes values in the order of the columns, with the line break.</summary>
    internal static void Write(ReadOnlySpan<object?> values, IReadOnlyList<StoreColumn> columns, IBufferWriter<byte> to)
    {
        using (var json = new Utf8JsonWriter(to, Plain))
        {
            json.WriteStartArray();
            for (var i = 0; i < columns.Count; i++)
            {
                if (values[i] is { } value) Write(json, value, columns[i].Kind);
                else json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        to.Write("\n"u8);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is not such a line.</exception>
    /// <exception cref="FormatException">A value is not of the kind of its column.</exception>
    internal static void Read(string line, IReadOnlyList<StoreColumn> columns, object?[] values)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() != columns.Count)
            throw new FormatException($"not an array of {columns.Count} values");
        var place = 0;
        foreach (var value in json.RootElement.EnumerateArray())
        {
            var column = columns[place];
            if (value.ValueKind == JsonValueKind.Null && !column.Optional) throw new FormatException($"{column.Name} is missing");
            values[place++] = value.ValueKind == JsonValueKind.Null ? null : Value(value, column.Kind);
        }
    }

    private static void Write(Utf8JsonWriter json, DbDataReader reader, int i, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Text: json.WriteStringValue(reader.GetString(i)); break;
            case ColumnKind.Number: json.WriteStringValue(PlainNumber.Text(reader.GetDecimal(i))); break;
            case ColumnKind.Whole or ColumnKind.Large: json.WriteNumberValue(reader.GetInt64(i)); break;
            case ColumnKind.Day: json.WriteStringValue(reader.GetFieldValue<DateOnly>(i).ToString(Day, CultureInfo.InvariantCulture)); break;
            case ColumnKind.Time: json.WriteStringValue(reader.GetDateTime(i).ToString(Time, CultureInfo.InvariantCulture)); break;
            case ColumnKind.Id: json.WriteStringValue(reader.GetGuid(i)); break;
            case ColumnKind.Flag: json.WriteBooleanValue(reader.GetBoolean(i)); break;
            case ColumnKind.Bytes: json.WriteBase64StringValue((byte[])reader.GetValue(i)); break;
            default: throw new InvalidOperationException($"{kind} has no form in a backup.");
        }
    }

    private static void Write(Utf8JsonWriter json, object value, ColumnKind kind)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case decimal number: json.WriteStringValue(PlainNumber.Text(number)); break;
            case int whole: json.WriteNumberValue(whole); break;
            case long large: json.WriteNumberValue(large); break;
            case DateOnly day: json.WriteStringValue(day.ToString(Day, CultureInfo.InvariantCulture)); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            default: throw new InvalidOperationException($"{kind} has no form in a line.");
        }
    }

    private static object Value(JsonElement value, ColumnKind kind)
    {
        try
        {
            return kind switch
            {
                ColumnKind.Text => value.GetString()!,
                ColumnKind.Number => decimal.Parse(value.GetString()!, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
                ColumnKind.Whole => value.GetInt32(),
                ColumnKind.Large => value.GetInt64(),
                ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, Day, CultureInfo.InvariantCulture),
                ColumnKind.Time => DateTime.ParseExact(
                    value.GetString()!, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                ColumnKind.Id => value.GetGuid(),
                ColumnKind.Flag => value.GetBoolean(),
                ColumnKind.Bytes => value.GetBytesFromBase64(),
                _ => throw new InvalidOperationException($"{kind} has no form in a backup."),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or OverflowException)
        {
            throw new FormatException($"{value} is no {Words<ColumnKind>.Text(kind)}", e);
        }
    }
}
