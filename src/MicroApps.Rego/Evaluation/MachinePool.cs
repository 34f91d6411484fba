namespace MicroApps.Rego;

/// <summary>Machines of a policy that wait for their next evaluation. Thread-safe, without locks; each thread finds its own again.</summary>
internal sealed class MachinePool(PolicyPlan policy)
{
    // Places of different threads are kept apart, so that they share no cache line.
    private const int Stride = 16;

    private readonly Machine?[] _places = new Machine?[Stride * (Environment.ProcessorCount + 1)];

    public Machine Rent() => Interlocked.Exchange(ref Place(), null) ?? new(policy);

    /// <summary>Takes a machine back whose evaluation has come to its end.</summary>
    public void Return(Machine machine)
    {
        machine.End();
        Volatile.Write(ref Place(), machine);
    }

    private ref Machine? Place() => ref _places[Stride * (1 + (Environment.CurrentManagedThreadId % Environment.ProcessorCount))];
}
