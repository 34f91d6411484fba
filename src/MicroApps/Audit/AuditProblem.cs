namespace MicroApps;

/// <summary>One thing that is wrong with an audit log.</summary>
/// <param name="Index">Where: the index of the record, or the log's size when its end is wrong.</param>
/// <param name="What">What is wrong there; without any content of the record.</param>
public sealed record AuditProblem(long Index, string What);
