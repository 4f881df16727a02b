using System;
using System.IO;

namespace DbMigrate.Worker.Loading;

/// <summary>
/// Notices when code of the target loads an assembly from a folder by path, as apps load plugins. The private copy is
/// no help there: the path is the app's own, and the file is open until the process ends.
/// </summary>
internal sealed class HeldFiles : IDisposable
{
    private readonly string _folder;
    private volatile bool _any;

    /// <param name="folder">The folder of the target.</param>
    public HeldFiles(string folder)
    {
        _folder = folder + Path.DirectorySeparatorChar;
        AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
    }

    /// <summary>Whether it has happened.</summary>
    public bool Any => _any;

    public void Dispose() => AppDomain.CurrentDomain.AssemblyLoad -= OnLoad;

    private void OnLoad(object? sender, AssemblyLoadEventArgs e)
    {
        if (!e.LoadedAssembly.IsDynamic && e.LoadedAssembly.Location.StartsWith(_folder, StringComparison.OrdinalIgnoreCase))
            _any = true;
    }
}
