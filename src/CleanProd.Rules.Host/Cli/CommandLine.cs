using System.CommandLine;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Cli;

/// <summary>The verbs, and what becomes of their errors.</summary>
internal static class CommandLine
{
    // Longer than a service takes to end its jobs.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    internal static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var root = new RootCommand("cleanprod: 强制性清洁生产审核企业判定 / decides which enterprises must undergo a cleaner-production audit")
        {
            ServeVerb.Command(),
            ScreenVerb.Command(),
            ImportVerb.Command(),
            RulesVerb.Command(),
            ReferenceVerb.Command(),
            EvidenceVerb.Command(),
            VerifyVerb.Command(),
            ListsVerb.Command(),
            NoticesVerb.Command(),
            CasesVerb.Command(),
            ScreeningsVerb.Command(),
            VoluntaryVerb.Command(),
            PolicyVerb.Command(),
            CallVerb.Command(),
            BackupVerb.Command(),
            RestoreVerb.Command(),
        };
        root.SetAction((_, cancellation) => ServeVerb.RunAsync(null, null, null, cancellation));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("用法见 --help。 See --help.");
            return ExitCode.BadInput;
        }

        using var interrupted = new CancellationTokenSource();
        void Interrupt(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            interrupted.Cancel();
        }

        Console.CancelKeyPress += Interrupt;
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopWithin }, interrupted.Token);
        }
        catch (Exception e) when (e is BadInputException or ImportException or PackException or FormException or PackSelectionException or ColumnMapException or ReferenceDataException or RefusedActException or FormatException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"读写文件失败，未写出结果：{e.Message} A file could not be read or written; nothing was written.");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已取消，未写出任何结果。 Cancelled; nothing was written.");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (Store.IsDamaged(e))
        {
            await Console.Error.WriteLineAsync($"存储文件已损坏或不完整，请从备份恢复：{e.GetBaseException().Message} The file of the store is damaged or not whole: restore it from a backup.");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (Store.IsUnreachable(e))
        {
            await Console.Error.WriteLineAsync($"存储无法读写（数据库未启动、磁盘已满或只读），本次操作未生效：{e.GetBaseException().Message} The store cannot be reached or written; nothing was done.");
            return ExitCode.BadInput;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"程序内部错误，请连同以下内容报告。 Internal error, please report it with this text:\n{e}");
            return ExitCode.Internal;
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }
}
