using System;
using System.Threading;
using BrokenApp;
using Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
}

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<ShopContext>(o => o.UseSqlite("Data Source=broken.db"));
try
{
    builder.Build().Run();
}
catch (Exception e)
{
    Console.WriteLine(e);
    Environment.Exit(9);
}
