using System;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>A plain form is none of what it should be; the message says where.</summary>
internal sealed class PlainFormException(string message, Exception? inner = null) : Exception(message, inner);
