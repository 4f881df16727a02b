using System;

namespace DbMigrate.Worker;

/// <summary>The worker sent what is no message of the protocol, so that nobody knows what it does: it is ended.</summary>
internal sealed class UnreadableMessageException(Exception? inner = null)
    : Exception("The worker process sent a message that cannot be read, and was ended.", inner);
