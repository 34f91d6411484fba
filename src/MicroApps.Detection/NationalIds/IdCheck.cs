namespace MicroApps.Detection;

/// <summary>Decides about an identifier without separators, letters in upper case.</summary>
internal delegate bool IdCheck(ReadOnlySpan<char> id);
