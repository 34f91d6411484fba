namespace MicroApps;

/// <summary>The key ring as the secret source has it now; looks again at most once a second.</summary>
internal sealed class KeySource
{
    private readonly SecretSource _secrets;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private string _secret;
    private long _lookedAt;
    private volatile KeyRing _ring;

    public KeySource(SecretSource secrets, string name, TimeProvider time)
    {
        _secrets = secrets;
        _name = name;
        _time = time;
        _secret = secrets.Get(name);
        _ring = KeyRing.Parse(name, _secret);
        _lookedAt = time.GetTimestamp();
    }

    /// <exception cref="SecretException">The secret was removed or is malformed since.</exception>
    public KeyRing Current
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= TimeSpan.FromSeconds(1))
                Look();
            return _ring;
        }
    }

    private void Look()
    {
        lock (_gate)
        {
            var secret = _secrets.Get(_name);
            if (!string.Equals(secret, _secret, StringComparison.Ordinal))
                (_ring, _secret) = (KeyRing.Parse(_name, secret), secret);
            Volatile.Write(ref _lookedAt, _time.GetTimestamp());
        }
    }
}
