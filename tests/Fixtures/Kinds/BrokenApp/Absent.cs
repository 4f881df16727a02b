using System;
using System.Reflection;

namespace BrokenApp;

/// <summary>Code that needs an assembly which was not deployed.</summary>
internal static class Absent
{
    public static void Call() => Console.WriteLine(Assembly.Load("Deployment.Forgot.This"));
}
