namespace MicroApps;

/// <summary>Where the address of an egress host may lie.</summary>
public enum EgressNetwork
{
    /// <summary>On the public internet only.</summary>
    Public,

    /// <summary>On the private network of the organisation as well; loopback, link-local and metadata addresses stay refused.</summary>
    Internal,
}
