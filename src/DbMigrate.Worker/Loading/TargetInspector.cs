using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DbMigrate.Worker.Serving;

namespace DbMigrate.Worker.Loading;

/// <summary>Says before anything is loaded why a file cannot be a target.</summary>
internal static class TargetInspector
{
    private const string CorePrefix = ".NETCoreApp,Version=v";
    private const string FrameworkPrefix = ".NETFramework,";

    public static void Check(string path)
    {
        var framework = ReadFramework(path);
        if (framework.StartsWith(FrameworkPrefix, StringComparison.Ordinal))
        {
            throw new WorkerException(WorkerException.AssemblyInvalid, $"'{path}' is built for .NET Framework ({framework}), which EF Core 8 and later do not run on.", path);
        }

        if (framework.StartsWith(CorePrefix, StringComparison.Ordinal)
            && Version.TryParse(framework[CorePrefix.Length..], out var needed)
            && needed.Major > Environment.Version.Major)
        {
            throw new WorkerException(
                WorkerException.RuntimeNotInstalled,
                $"'{path}' is built for .NET {needed.ToString(2)}; the newest runtime installed here is {Environment.Version}.",
                path);
        }
    }

    /// <summary>The assembly's target framework, for example <c>.NETCoreApp,Version=v8.0</c>; empty where it names none.</summary>
    private static string ReadFramework(string path)
    {
        try
        {
            using var portable = new PEReader(File.OpenRead(path));
            if (portable.HasMetadata && portable.GetMetadataReader() is { IsAssembly: true } metadata)
            {
                return ReadFramework(metadata);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WorkerException(WorkerException.TargetNotFound, $"There is no file '{path}'.", path);
        }
        catch (BadImageFormatException e)
        {
            throw Invalid(path, e);
        }

        throw Invalid(path, null);
    }

    private static string ReadFramework(MetadataReader metadata)
        => metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(a => NameOfType(metadata, a) == "TargetFrameworkAttribute")
            .Select(a => ReadFirstArgument(metadata, a))
            .FirstOrDefault() ?? "";

    private static string NameOfType(MetadataReader metadata, CustomAttribute attribute)
        => attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
                : "";

    private static string? ReadFirstArgument(MetadataReader metadata, CustomAttribute attribute)
    {
        var reader = metadata.GetBlobReader(attribute.Value);
        return reader.ReadUInt16() == 1 ? reader.ReadSerializedString() : null;
    }

    private static WorkerException Invalid(string path, Exception? inner)
        => new(
            WorkerException.AssemblyInvalid,
            SingleFile.IsBundle(path)
                ? $"'{path}' was published as a single file, from which nothing can be loaded. Publish it without PublishSingleFile, or pass the project."
                : $"'{path}' is no .NET assembly.",
            path,
            inner);
}
