namespace MicroApps.Rego;

/// <summary>The code of a built-in function.</summary>
/// <param name="context">What it may use beside its arguments, and where it says that it failed.</param>
/// <param name="args">The arguments: as many as declared. A buffer of the caller's; it must be neither kept nor changed.</param>
/// <returns>The result; null for undefined, also after a failure: <c>return context.Fail(…)</c>.</returns>
internal delegate RegoValue? BuiltinFunction(BuiltinContext context, RegoValue[] args);
