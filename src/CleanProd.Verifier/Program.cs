using CleanProd.Verifier;

// cleanprod-verifier evidence PACK [--backup BACKUP] | cleanprod-verifier backup BACKUP. Exit code 0: holds; 1: does not; 2: usage or no such file.
try
{
    var findings = args switch
    {
        ["evidence", var pack] => EvidenceCheck.Run(pack, null),
        ["evidence", var pack, "--backup", var backup] => EvidenceCheck.Run(pack, backup),
        ["backup", var backup] => BackupCheck.Run(backup).Findings,
        _ => null,
    };
    if (findings is null)
    {
        Console.Error.WriteLine("cleanprod-verifier evidence PACK [--backup BACKUP] | cleanprod-verifier backup BACKUP");
        return 2;
    }

    foreach (var note in findings.Notes) Console.WriteLine(note);
    foreach (var fault in findings.Faults) Console.Error.WriteLine(fault);
    Console.WriteLine(findings.Faults.Count == 0 ? "相符。 It holds." : "不相符。 It does not hold.");
    return findings.Faults.Count == 0 ? 0 : 1;
}
catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
