using System;
using System.IO;
using System.Threading;
using BrokenApp;
using Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var own = "Data Source=broken.db";
switch (args is [var first, ..] ? first : "")
{
    case "hang":
        Thread.Sleep(Timeout.Infinite);
        break;
    case "exit":
        Environment.Exit(7);
        break;
    case "throw":
        throw new FormatException("The app has no tenant.");
    case "static":
        Console.WriteLine(Broken.Value);
        break;
    case "missing":
        Absent.Call();
        break;
    case "flood":
        for (var line = 0; line < 20000; line++)
            Console.WriteLine("a line of the app");
        break;
    case "end":
        return;
    case "tell":
        Teller.Tell(own = File.ReadAllText(args[1]));
        break;
    case "crash":
        own = File.ReadAllText(args[1]);
        var thread = new Thread(() => throw new FormatException("cannot connect by " + own));
        thread.Start();
        thread.Join();
        break;
    case "abort":
        Environment.FailFast("cannot go on with " + File.ReadAllText(args[1]));
        break;
}

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite(own));
try
{
    builder.Build().Run();
}
catch (Exception e)
{
    Console.WriteLine(e);
    Environment.Exit(9);
}
