namespace MicroApps.Detection.Tests.Platform;

public class AllocationTests
{
    [Fact]
    public void Scan_clean_text_returns_one_list_without_allocation()
    {
        var first = TextScanner.Default.Scan("Nothing at all in there (see page 34).");
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(first)));
    }

    // What the runtime itself allocates while it compiles is no part of it, hence the least of some.
    private static long Allocated(IReadOnlyList<Finding> first)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var second = TextScanner.Default.Scan("Nothing at all in here (see page 12).");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Same(first, second);
        return allocated;
    }
}
