namespace MicroApps.Detection;

/// <summary>A row of the table of keys without a mark of their own.</summary>
/// <param name="Word">The provider's name as it stands before its keys, in small letters.</param>
/// <param name="Provider">Who issues such keys.</param>
/// <param name="Shapes">Alphabet and length of the key, in the language of <see cref="KeyPattern"/>; <c>uuid</c> for RFC 9562.</param>
internal sealed record ProviderKey(string Word, string Provider, params string[] Shapes);
