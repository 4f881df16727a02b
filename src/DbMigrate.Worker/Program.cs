using System;
using DbMigrate.Worker.Serving;

// The streams are taken before any code of the target can see a console.
using var streams = StandardStreams.Take();
using var server = new Server(streams.Input, streams.Output);
server.Run();

// Threads that the target left running must not keep the process alive.
Environment.Exit(0);
