using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>Of the last words of a worker that crashed the runtime's own are shown, and none of the app's.</summary>
public sealed class FatalWordsTests
{
    private const string Note = "\nWhat the app itself said is not shown, because it may hold secrets: run the app to see it.";

    [Theory]
    [InlineData("Stack overflow.\n   at Shop.Tree.Walk(Int32)\n   at Shop.Program.<Main>$(System.String[])", "Stack overflow.\n   at Shop.Tree.Walk(Int32)\n   at Shop.Program.<Main>$(System.String[])")]
    [InlineData("Out of memory.", "Out of memory.")]
    [InlineData("Process terminated. geh31m is wrong\n   at System.Environment.FailFast(System.String)\n   at Shop.Start[T](T ByRef)", "Process terminated.\n   at System.Environment.FailFast(System.String)\n   at Shop.Start[T](T ByRef)" + Note)]
    [InlineData("Process terminated.\ngeh31m\n   geh31m\n   at geh31m", "Process terminated." + Note)]
    [InlineData("Unhandled exception. Shop.NoTenantException: geh31m\n ---> System.FormatException: geh31m\n   at Shop.Program.Main() in /app/Program.cs:line 3", "Unhandled exception. Shop.NoTenantException\n ---> System.FormatException\n   at Shop.Program.Main() in /app/Program.cs:line 3" + Note)]
    [InlineData("Fatal error. System.AccessViolationException: Attempted to read", "Fatal error. System.AccessViolationException" + Note)]
    [InlineData("Fatal error. geh31m and more", "Fatal error." + Note)]
    [InlineData("libshop: cannot log on with geh31m", "What the app itself said is not shown, because it may hold secrets: run the app to see it.")]
    [InlineData("", "")]
    public void The_runtimes_words_alone(string said, string shown) => Assert.Equal(shown, FatalWords.Of(said));
}
