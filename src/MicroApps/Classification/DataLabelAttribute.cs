namespace MicroApps;

/// <summary>Says how sensitive data is; on a type, that of all its text. Rules MAPP3002 to MAPP3004 hold code to it: all but public data stays out of prompts and texts.</summary>
/// <param name="dataClass">The class, as the manifest names it under <c>data[].class</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DataLabelAttribute(DataClass dataClass) : Attribute
{
    /// <summary>How sensitive the data is.</summary>
    public DataClass DataClass { get; } = dataClass;
}
