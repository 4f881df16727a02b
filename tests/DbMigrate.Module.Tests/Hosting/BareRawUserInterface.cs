using System;
using System.Management.Automation.Host;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>What the Package Manager Console has: a width, and nothing else.</summary>
internal sealed class BareRawUserInterface : PSHostRawUserInterface
{
    public override ConsoleColor BackgroundColor { get; set; }

    public override Size BufferSize { get; set; } = new(FixedRawUserInterface.Width, 0);

    public override Coordinates CursorPosition { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }

    public override int CursorSize { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }

    public override ConsoleColor ForegroundColor { get; set; }

    public override bool KeyAvailable => throw new NotImplementedException();

    public override Size MaxPhysicalWindowSize => throw new NotImplementedException();

    public override Size MaxWindowSize => throw new NotImplementedException();

    public override Coordinates WindowPosition { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }

    public override Size WindowSize { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }

    public override string WindowTitle { get => throw new NotImplementedException(); set => throw new NotImplementedException(); }

    public override void FlushInputBuffer() => throw new NotImplementedException();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotImplementedException();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotImplementedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotImplementedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotImplementedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotImplementedException();
}
