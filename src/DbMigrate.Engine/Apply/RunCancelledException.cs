using System;
using System.Threading;

namespace DbMigrate.Engine.Apply;

/// <summary>A run was stopped; the message says what it had done.</summary>
internal sealed class RunCancelledException(string message, CancellationToken cancellation) : OperationCanceledException(message, cancellation);
