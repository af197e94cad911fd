namespace CleanProd.Rules.Host.Cli;

/// <summary>Exit codes of every verb.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>Finished, but something needs attention: findings with errors, a failed case, a rule in error, a refused verification.</summary>
    internal const int Attention = 1;

    /// <summary>Bad input or usage; nothing was written.</summary>
    internal const int BadInput = 2;

    /// <summary>A fault of the program.</summary>
    internal const int Internal = 3;
}

/// <summary>The input or the call is wrong; the message says what and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
