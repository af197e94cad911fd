using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanProd.Rules.Storage.Schema;

/// <summary>How values of this program stand in a database: names in snake case, words for members of closed lists, times in UTC.</summary>
internal static class StoredWords
{
    internal static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().Where(e => !e.HasSharedClrType).SelectMany(e => e.GetProperties()).ToArray())
        {
            property.SetColumnName(Snake.Case(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum) property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(type))!);
            else if (type == typeof(DateTimeOffset)) property.SetValueConverter(new UtcConverter());
        }
    }

    private sealed class WordConverter<T>() : ValueConverter<T, string>(w => Words<T>.Text(w), t => Words<T>.Member(t)) where T : struct, Enum;

    // Both databases order and compare UTC times as this program does.
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        at => at.UtcDateTime, at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));
}
