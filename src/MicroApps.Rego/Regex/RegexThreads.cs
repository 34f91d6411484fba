namespace MicroApps.Rego;

/// <summary>Threads of a machine in order of preference: where each goes on, where its match begins, and what it has noted.</summary>
internal sealed class RegexThreads
{
    private (int Instruction, int Start, RegexTrail? Trail)[] _threads = new (int, int, RegexTrail?)[16];

    public int Count { get; private set; }

    public (int Instruction, int Start, RegexTrail? Trail) this[int thread] => _threads[thread];

    public void Add(int instruction, int start, RegexTrail? trail)
    {
        if (Count == _threads.Length)
            Array.Resize(ref _threads, 2 * Count);
        _threads[Count++] = (instruction, start, trail);
    }

    public void Clear() => Count = 0;

    /// <summary>Lets go of everything that threads have noted.</summary>
    public void Forget()
    {
        Array.Clear(_threads, 0, _threads.Length);
        Count = 0;
    }
}
