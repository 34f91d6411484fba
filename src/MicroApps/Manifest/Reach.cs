namespace MicroApps;

/// <summary>Who uses an app, from fewest to most.</summary>
public enum Reach
{
    /// <summary>One person.</summary>
    SingleUser,

    /// <summary>One team.</summary>
    Team,

    /// <summary>Everybody in the organisation.</summary>
    OrgWide,
}
