namespace MicroApps.Rego;

/// <summary>A case of a test whose name has variables, such as <c>test_p[name]</c>.</summary>
/// <param name="Name">The values of the variables, between slashes when there are several.</param>
/// <param name="Passed">Whether it is true.</param>
public sealed record RegoTestCase(string Name, bool Passed);
