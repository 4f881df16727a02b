using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace DbMigrate.Engine;

public static class EntryPoint
{
    public static (string Kind, string Body) Invoke(string method, string request, Action<string, string> emit, Func<string, string, string> host, CancellationToken cancellation)
        => method switch
        {
            "echo" => ("result", request),
            "compile" => ("result", host("compile", request)),
            "target" => ("result", host("target", "{}")),
            "surroundings" => ("result", Surroundings(host)),
            "count" => ("result", Text(CountCustomers(host).ToString())),
            "load-assembly" => ("result", Text(Load(request))),
            "flood" => ("result", Flood()),
            "read" => ("result", Text(Console.In.ReadToEnd())),
            "emit" => ("result", Emit(emit)),
            "exit" => Exit(),
            "crash" => Crash(),
            "ask" => ("result", host("ask", request)),
            "ask-twice" => AskTwice(host),
            "wait" => Wait(emit, cancellation),
            "hang" => Hang(emit),
            "throw" => throw new InvalidOperationException("The probe throws."),
            _ => ("error", $$"""{"ErrorId":"RevisionNotFound","Message":"There is no '{{method}}'.","Target":"{{method}}","Action":"Do something else.","Detail":"the detail"}"""),
        };

    private static string Text(string? text) => JsonSerializer.Serialize(new { Text = text });

    private static string TargetPath(Func<string, string, string> host)
    {
        using var request = JsonDocument.Parse(host("target", "{}"));
        var assembly = request.RootElement.GetProperty("Assembly").GetString()!;
        return assembly.Length > 0 ? assembly : request.RootElement.GetProperty("ProviderPath").GetString()!;
    }

    private static Assembly Target(Func<string, string, string> host)
        => AssemblyLoadContext.GetLoadContext(typeof(EntryPoint).Assembly)!.LoadFromAssemblyPath(TargetPath(host));

    private static string Surroundings(Func<string, string, string> host)
    {
        var target = Target(host);
        return JsonSerializer.Serialize(new
        {
            Text = string.Join("\n", new[]
            {
                "location=" + target.Location,
                "context=" + AssemblyLoadContext.GetLoadContext(target)!.Name,
                "base=" + AppContext.BaseDirectory,
                "directory=" + Environment.CurrentDirectory,
                "entry=" + Assembly.GetEntryAssembly()!.GetName().Name,
                "environment=" + Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
                "aspnet=" + Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
            }),
        });
    }

    /// <summary>Opens the fixture's context on a real file, so that EF Core, the provider and its native library are loaded.</summary>
    private static int CountCustomers(Func<string, string, string> host)
    {
        var type = Target(host).GetTypes().Single(t => t.Name == "ShopContext");
        using var context = (IDisposable)Activator.CreateInstance(type)!;
        var database = type.GetProperty("Database")!.GetValue(context)!;
        _ = database.GetType().GetMethod("EnsureCreated")!.Invoke(database, null);
        return ((IEnumerable)type.GetProperty("Customers")!.GetValue(context)!).Cast<object>().Count();
    }

    /// <summary>Says where an assembly comes from, as the target's code would get it.</summary>
    private static string Load(string request)
    {
        var name = JsonDocument.Parse(request).RootElement.GetProperty("Text").GetString()!;
        try
        {
            var assembly = AssemblyLoadContext.GetLoadContext(typeof(EntryPoint).Assembly)!.LoadFromAssemblyName(new AssemblyName(name));
            return AssemblyLoadContext.GetLoadContext(assembly)!.Name + "|" + assembly.Location;
        }
        catch (FileNotFoundException e)
        {
            return "missing|" + e.FileName;
        }
    }

    private static string Flood()
    {
        using var raw = Console.OpenStandardOutput();
        for (var i = 0; i < 5000; i++)
        {
            Console.WriteLine($"line {i}");
            Console.Error.WriteLine($"error {i}");
            raw.Write("not a protocol line\n"u8);
        }

        return Text("done");
    }

    private static string Emit(Action<string, string> emit)
    {
        emit("verbose", Text("a"));
        emit("warning", Text("b"));
        emit("debug", Text("c"));
        emit("progress", """{"Activity":"d","Status":"e","Percent":7}""");
        emit("step", """{"Revision":"f1","Message":"g","Path":"/h","Down":true,"IsDestructive":true,"DurationMilliseconds":5000000000}""");
        emit("somethingNew", "{}");
        return Text("end");
    }

    private static (string, string) Exit()
    {
        Environment.Exit(3);
        return default;
    }

    private static (string, string) Crash()
    {
        Environment.FailFast("The probe crashes.");
        return default;
    }

    /// <summary>Two threads ask at the same time.</summary>
    private static (string, string) AskTwice(Func<string, string, string> host)
    {
        var first = Task.Run(() => host("ask", """{"Kind":"first"}"""));
        var second = Task.Run(() => host("ask", """{"Kind":"second"}"""));
        return ("result", Text(Body(first.Result) + " " + Body(second.Result)));

        static string Body(string answer) => JsonDocument.Parse(answer).RootElement.GetProperty("Body").GetString()!;
    }

    private static (string, string) Wait(Action<string, string> emit, CancellationToken cancellation)
    {
        emit("verbose", Text("waiting"));
        _ = cancellation.WaitHandle.WaitOne();
        return ("cancelled", Text("Stopped after nothing."));
    }

    private static (string, string) Hang(Action<string, string> emit)
    {
        emit("verbose", Text("hanging"));
        Thread.Sleep(Timeout.Infinite);
        return default;
    }
}
