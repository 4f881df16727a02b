using System;
using System.Threading;
using DbMigrate.Engine;
using DbMigrate.Engine.Tests.Apply;

// Method and cache folder as arguments, the request on standard input; every event is a line on standard output.
var host = new RoslynHost(args[1], typeof(BlankContext).Assembly.Location);
var request = Console.In.ReadToEnd();
var (kind, body) = EntryPoint.Invoke(args[0], request, Print, host.Ask, CancellationToken.None);
Print(kind, body);

static void Print(string kind, string body)
{
    Console.Out.WriteLine(kind + " " + body);
    Console.Out.Flush();
}
