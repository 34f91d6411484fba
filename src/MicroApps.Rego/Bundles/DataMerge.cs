namespace MicroApps.Rego;

/// <summary>Puts documents together: objects are joined, and where both have something else, they conflict.</summary>
internal static class DataMerge
{
    /// <summary>Adds a document under the folder of its file.</summary>
    /// <param name="data">What is known.</param>
    /// <param name="path">The folders, and the name of the file.</param>
    /// <param name="document">What the file says.</param>
    /// <param name="file">The file, for messages.</param>
    public static ObjectValue Add(RegoValue data, IReadOnlyList<string> path, RegoValue document, string file)
    {
        for (var i = path.Count - 2; i >= 0; i--)
            document = new ObjectValue([RegoValue.From(path[i])], [document]);
        if (document is not ObjectValue)
            throw RegoBundle.Refuse(file, "data at the root is an object");
        return Merge(data, document, file, "data");
    }

    private static ObjectValue Merge(RegoValue left, RegoValue right, string file, string place)
    {
        if (left is not ObjectValue known || right is not ObjectValue added)
            throw RegoBundle.Refuse(file, $"{place} is defined by another file as well");
        var merged = known.ToMutable();
        for (var i = 0; i < added.Keys.Length; i++)
        {
            var key = added.Keys[i];
            merged[key] = merged.TryGetValue(key, out var value) ? Merge(value, added.Values[i], file, $"{place}.{(key as StringValue)?.Value}") : added.Values[i];
        }

        return ObjectValue.From(merged);
    }
}
