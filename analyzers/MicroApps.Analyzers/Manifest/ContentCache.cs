namespace MicroApps.Analyzers;

/// <summary>Keeps what was made of a few contents. The compiler stays in memory between builds, and editors ask again at each key that is typed.</summary>
/// <param name="most">How many results are kept; the one that was asked for longest ago goes first.</param>
internal sealed class ContentCache<T>(int most)
    where T : class
{
    private readonly LinkedList<(string Key, T Value)> _kept = [];

    /// <summary>The result for a content, made if it is not there. Nobody makes it a second time meanwhile.</summary>
    public T Get(string key, Func<T> make)
    {
        lock (_kept)
        {
            for (var node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                _kept.Remove(node);
                _kept.AddFirst(node);
                return node.Value.Value;
            }

            var made = make();
            _kept.AddFirst((key, made));
            if (_kept.Count > most)
                _kept.RemoveLast();
            return made;
        }
    }
}
