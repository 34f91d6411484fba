namespace MicroApps.Detection;

/// <summary>What stands between the name of a secret and its value.</summary>
internal enum SecretLink
{
    /// <summary>Nothing that would join them.</summary>
    None,

    /// <summary>A sign: <c>=</c>, <c>:</c>, <c>!=</c>, <c>=&gt;</c>, a comma between quotes.</summary>
    Assigned,

    /// <summary>A test: <c>==</c>, <c>!=</c>.</summary>
    Compared,

    /// <summary>The space behind an option: <c>--password x</c>.</summary>
    Option,

    /// <summary>The word "is".</summary>
    Said,

    /// <summary>A space, in a file of logins.</summary>
    Command,
}
