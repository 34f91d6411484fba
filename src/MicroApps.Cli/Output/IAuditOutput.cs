namespace MicroApps.Cli;

/// <summary>Shows audit records one by one.</summary>
internal interface IAuditOutput
{
    /// <summary>How many records were not JSON; they are shown nevertheless.</summary>
    int Unreadable { get; }

    void Add(AuditRecord record);

    void Close();
}
