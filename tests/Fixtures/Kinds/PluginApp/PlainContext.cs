using System;
using System.IO;
using System.Reflection;
using Kinds;
using Microsoft.EntityFrameworkCore;

namespace PluginApp;

public sealed class PlainContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDatabase("Data Source=plugin.db");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Plugin.dll")));
}
