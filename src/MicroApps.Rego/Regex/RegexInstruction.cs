namespace MicroApps.Rego;

/// <summary>What an instruction does.</summary>
internal enum RegexOperation : byte
{
    /// <summary>Takes a code point of one class.</summary>
    Class,

    /// <summary>Takes a code point of several classes.</summary>
    Classes,

    /// <summary>Goes two ways; the first is preferred.</summary>
    Split,

    /// <summary>Notes the place in a slot.</summary>
    Save,

    /// <summary>Goes on only at a certain place.</summary>
    Assert,

    /// <summary>The pattern has matched.</summary>
    Match,
}

/// <summary>A step of a program.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Argument">The class, the number of the set of classes, the slot or the place.</param>
/// <param name="Next">Where it goes on.</param>
/// <param name="Other">The second way of a split.</param>
internal readonly record struct RegexInstruction(RegexOperation Operation, int Argument, int Next, int Other = 0);
