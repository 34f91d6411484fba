namespace MicroApps.Analyzers.Tests;

public class ContentCacheTests
{
    [Fact]
    public void What_was_asked_for_longest_ago_goes_first()
    {
        var (cache, made) = (new ContentCache<string>(2), new List<string>());
        string Get(string key) => cache.Get(key, () =>
        {
            made.Add(key);
            return key;
        });

        foreach (var key in new[] { "a", "b", "a", "c", "a", "b" })
            Assert.Equal(key, Get(key));

        Assert.Equal(["a", "b", "c", "b"], made);
    }
}
