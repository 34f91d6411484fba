namespace MicroApps.Testing;

internal interface ICell
{
    void Publish(object value);
}
