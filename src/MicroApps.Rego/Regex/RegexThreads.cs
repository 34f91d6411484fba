namespace MicroApps.Rego;

/// <summary>Threads of a machine in order of preference: where each goes on, and the places it has noted.</summary>
internal sealed class RegexThreads
{
    private int[] _instructions = new int[16];
    private int[] _places = [];
    private int _slots;

    public int Count { get; private set; }

    public void Reset(int slots) => (Count, _slots) = (0, slots);

    public void Clear() => Count = 0;

    public int Instruction(int thread) => _instructions[thread];

    public void Add(int instruction, int[] places)
    {
        if (Count == _instructions.Length)
            Array.Resize(ref _instructions, 2 * Count);
        if (_places.Length < _slots * (Count + 1))
            Array.Resize(ref _places, _slots * 2 * (Count + 1));
        Array.Copy(places, 0, _places, _slots * Count, _slots);
        _instructions[Count++] = instruction;
    }

    public void CopyPlaces(int thread, int[] places) => Array.Copy(_places, _slots * thread, places, 0, _slots);
}
