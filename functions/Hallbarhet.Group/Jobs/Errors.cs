namespace Hallbarhet.Group.Jobs;

/// <summary>Base of errors whose message may be shown to IT as it is.</summary>
public abstract class JobException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The service did not answer, or asks to wait; the next tick tries again and nothing is counted against the row.</summary>
public sealed class ServiceUnavailableException(string message, Exception? inner = null) : JobException(message, inner);

/// <summary>Somebody changed the row between reading and writing; the next tick looks again.</summary>
public sealed class RowChangedException(string message, Exception? inner = null) : JobException(message, inner);

/// <summary>Nothing helps until IT acts: a right, a setting, a list or column that is gone. The message says what to do.</summary>
public sealed class SetupProblemException(string message, Exception? inner = null) : JobException(message, inner);

/// <summary>The request may or may not have taken effect, and the service cannot tell yet.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : JobException(message, inner);

/// <summary>The service refused this row or file for good, for example a value it does not accept.</summary>
public sealed class RefusedByServiceException(string message, Exception? inner = null) : JobException(message, inner);
