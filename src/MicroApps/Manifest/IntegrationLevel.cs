namespace MicroApps;

/// <summary>What an app is connected to, from least to most.</summary>
public enum IntegrationLevel
{
    /// <summary>Nothing besides its model.</summary>
    None,

    /// <summary>Interfaces within the organisation.</summary>
    Internal,

    /// <summary>Third parties or the internet.</summary>
    External,
}
