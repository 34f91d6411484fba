namespace MicroApps;

/// <summary>A call would overload the app itself: too many at once, too many in a minute, or too large.</summary>
/// <param name="Code"><c>limit.concurrency</c>, <c>limit.rate</c> or <c>limit.payload</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
/// <param name="RetryAfter">When trying again may help; null when it does not.</param>
public sealed record LimitRefusal(string Code, string Message, string Mend, TimeSpan? RetryAfter) : Refusal(Code, Message, Mend);
