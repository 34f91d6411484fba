namespace MicroApps.Rego.Tests;

/// <summary>What a generated term most likely is.</summary>
internal enum FuzzKind
{
    Any,
    Number,
    Text,
    Boolean,
    Array,
    Object,
    Set,
}
