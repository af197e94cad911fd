using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanProd.Rules.Storage.Upkeep;

/// <summary>The tables of a store as its model has them, now and at every version before.</summary>
internal static class StoreModel
{
    /// <summary>Names of the versions of the schema up to this program's, the same on both databases.</summary>
    internal static IReadOnlyList<string> Versions(StoreContext context) => [.. context.Database.GetMigrations().Select(NameOf)];

    /// <summary>The migration that makes a version of the schema.</summary>
    internal static string MigrationOf(StoreContext context, string version) => context.Database.GetMigrations().Single(m => NameOf(m) == version);

    /// <summary>Tables of this program's schema, each after those it refers to.</summary>
    internal static IReadOnlyList<CopiedTable> Tables(StoreContext context) => Tables(context.Model.GetRelationalModel());

    /// <summary>Tables of a version of the schema, each after those it refers to.</summary>
    internal static IReadOnlyList<CopiedTable> Tables(StoreContext context, string version)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        var migration = migrations.CreateMigration(migrations.Migrations[MigrationOf(context, version)], context.Database.ProviderName!);
        return Tables(context.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel, designTime: true, validationLogger: null).GetRelationalModel());
    }

    private static List<CopiedTable> Tables(IRelationalModel model)
    {
        var ordered = new List<ITable>();
        var waiting = model.Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Where(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || ordered.Contains(k.PrincipalTable))).ToArray();
            if (next.Length == 0) throw new InvalidOperationException($"Tables that refer to each other in a circle: {string.Join(", ", waiting.Select(t => t.Name))}.");
            ordered.AddRange(next);
            waiting.RemoveAll(next.Contains);
        }

        return [.. ordered.Select(Described)];
    }

    private static CopiedTable Described(ITable table)
    {
        var keys = table.PrimaryKey!.Columns.Select(Column).ToArray();
        var counted = table.PrimaryKey.Columns is [var only] && only.PropertyMappings[0].Property.ValueGenerated == ValueGenerated.OnAdd
            && keys[0].Kind is ColumnKind.Whole or ColumnKind.Large;
        return new(
            table.Name, keys,
            table.Columns.Except(table.PrimaryKey.Columns).OrderBy(c => c.Name, StringComparer.Ordinal).Select(Column),
            counted);
    }

    private static StoreColumn Column(IColumn column)
    {
        var type = column.ProviderClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var kind = type == typeof(string) ? ColumnKind.Text
            : type == typeof(decimal) ? ColumnKind.Number
            : type == typeof(int) ? ColumnKind.Whole
            : type == typeof(long) ? ColumnKind.Large
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(DateTime) ? ColumnKind.Time
            : type == typeof(Guid) ? ColumnKind.Id
            : type == typeof(bool) ? ColumnKind.Flag
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : throw new InvalidOperationException($"{column.Table.Name}.{column.Name} is a {type.Name}, which a backup cannot carry: use a kind of ColumnKind.");
        return new(column.Name, kind, column.IsNullable);
    }

    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}

/// <summary>A table as backups copy it: key columns first, then the others by name.</summary>
internal sealed class CopiedTable : StoreTable
{
    internal CopiedTable(string name, StoreColumn[] keys, IEnumerable<StoreColumn> others, bool isCounted)
        : base(name, keys)
    {
        foreach (var column in others) Add(column);
        IsCounted = isCounted;
    }

    /// <summary>Whether the database numbers its rows itself.</summary>
    internal bool IsCounted { get; }
}
