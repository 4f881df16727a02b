namespace DbMigrate.Module.Tests.Examples;

/// <summary>A piece of PowerShell that a reader of the documentation may paste.</summary>
/// <param name="Page">The page without its extension, for example <c>Update-Database</c>.</param>
/// <param name="Number">Its place on the page, from 1.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Code">What is run; empty where the page has a form that is not understood.</param>
/// <param name="Remarks">What the page says about it.</param>
public sealed record Example(string Page, int Number, string Title, string Code, string Remarks);
