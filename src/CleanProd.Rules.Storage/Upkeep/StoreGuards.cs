using System.Text;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep;

/// <summary>
/// What is only ever appended to, the database itself refuses to change: the journal, the log of reads, and every table of events or acts. Which
/// tables these are follows from their names in the model, so that a later table is guarded from its first row on.
/// </summary>
internal static class StoreGuards
{
    private const string Message = "append-only: rows of this table are never changed or deleted";

    /// <summary>The guarded tables.</summary>
    internal static IReadOnlyList<string> Tables(StoreContext context) =>
    [
        .. context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(t => t is "journal" or "access_log" || t.EndsWith("_events", StringComparison.Ordinal) || t.EndsWith("_acts", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether every guard is there and no other.</summary>
    internal static async Task<bool> AreInPlaceAsync(StoreContext context, CancellationToken ct) =>
        (await FoundAsync(context, ct)).Order(StringComparer.Ordinal).SequenceEqual(Expected(context), StringComparer.Ordinal);

    /// <summary>Guards that should be there and are not.</summary>
    internal static async Task<IReadOnlyList<string>> MissingAsync(StoreContext context, CancellationToken ct) =>
        [.. Expected(context).Except(await FoundAsync(context, ct), StringComparer.Ordinal)];

    /// <summary>Puts every guard up; <see cref="DropAsync"/> has been called before.</summary>
    internal static async Task PutAsync(StoreContext context, CancellationToken ct)
    {
        var sql = new StringBuilder();
        if (context.Database.IsNpgsql())
        {
            sql.Append("CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS ")
                .Append("$guard$ BEGIN RAISE EXCEPTION '").Append(Message).AppendLine("'; END $guard$;");
            foreach (var table in Tables(context))
                sql.Append("CREATE TRIGGER \"append_only_").Append(table).Append("\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"").Append(table)
                    .AppendLine("\" FOR EACH STATEMENT EXECUTE FUNCTION append_only();");
        }
        else
        {
            foreach (var table in Tables(context))
                foreach (var act in (string[])["update", "delete"])
                    sql.Append("CREATE TRIGGER \"append_only_").Append(table).Append('_').Append(act).Append("\" BEFORE ").Append(act).Append(" ON \"").Append(table)
                        .Append("\" BEGIN SELECT RAISE(ABORT, '").Append(Message).AppendLine("'); END;");
        }

        await context.Database.ExecuteSqlRawAsync(sql.ToString(), ct);
    }

    /// <summary>Takes every guard down, those of tables that are gone from the model too.</summary>
    internal static async Task DropAsync(StoreContext context, CancellationToken ct)
    {
        var found = await context.Database.SqlQueryRaw<string>(context.Database.IsNpgsql()
            ? """
              SELECT format('DROP TRIGGER %I ON %I;', t.tgname, c.relname) AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
              WHERE t.tgname LIKE 'append_only_%' AND NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
              """
            : "SELECT 'DROP TRIGGER \"' || name || '\";' AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'").ToListAsync(ct);
        if (found.Count > 0) await context.Database.ExecuteSqlRawAsync(string.Join('\n', found), ct);
    }

    private static string[] Expected(StoreContext context) =>
    [
        .. (context.Database.IsNpgsql()
            ? Tables(context).Select(t => $"append_only_{t}")
            : Tables(context).SelectMany(t => (string[])[$"append_only_{t}_update", $"append_only_{t}_delete"])).Order(StringComparer.Ordinal),
    ];

    private static Task<List<string>> FoundAsync(StoreContext context, CancellationToken ct) => context.Database.SqlQueryRaw<string>(context.Database.IsNpgsql()
        ? """
          SELECT t.tgname::text AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          WHERE t.tgname LIKE 'append_only_%' AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = current_schema()::regnamespace
          """
        : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'").ToListAsync(ct);
}
