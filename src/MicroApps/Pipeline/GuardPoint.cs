namespace MicroApps;

/// <summary>Where an app's own guard stands among the built-in ones, whose order is fixed.</summary>
public enum GuardPoint
{
    /// <summary>After identity and policy, before redaction: it sees the text as the user wrote it.</summary>
    BeforeRedaction,

    /// <summary>After redaction, before quota and audit: it sees the text that will leave.</summary>
    AfterRedaction,
}
