using System;
using System.Linq;
using System.Text.Json;
using DbMigrate.Protocol;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>What PowerShell's side writes the worker's side reads, and the other way round.</summary>
public sealed class JsonTextTests
{
    public static TheoryData<string> Texts =>
    [
        "",
        "plain",
        "quotes \" and ' and \\ and /",
        "line\nend\r\nand\ttab",
        "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff",
        "äöüß 日本語 🦊",
        "  blanks around  ",
        "<root type=\"object\">&amp;</root>",
        "{\"Id\":1}",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_survives_both_ways(string text)
    {
        var message = new TextEvent { Text = text };

        Assert.Equal(text, JsonSerializer.Deserialize<TextEvent>(JsonText.Write(message))!.Text);
        Assert.Equal(text, JsonText.Read<TextEvent>(JsonSerializer.Serialize(message)).Text);
        Assert.Equal(text, JsonText.Read<TextEvent>(JsonSerializer.Serialize(message, Relaxed)).Text);
    }

    [Fact]
    public void Every_kind_of_value_survives_both_ways()
    {
        var message = new GenerateRequest
        {
            Message = "add 'email'",
            Parents = ["a", "b"],
            Empty = true,
            Folder = new FolderMessage { Root = "/data/ä", Locations = [] },
            Databases = [new DatabaseMessage { Database = "Orders", MethodSuffix = "Orders" }],
            Renames = [new RenameMessage { From = "a.b", To = null }, new RenameMessage { From = "c", To = "d" }],
        };

        Assert.Equal(JsonSerializer.Serialize(message), JsonSerializer.Serialize(JsonSerializer.Deserialize<GenerateRequest>(JsonText.Write(message))));
        Assert.Equal(JsonSerializer.Serialize(message), JsonSerializer.Serialize(JsonText.Read<GenerateRequest>(JsonSerializer.Serialize(message))));
    }

    [Fact]
    public void Numbers_and_null_arrays_survive()
    {
        var step = JsonText.Read<StepInfo>(JsonSerializer.Serialize(new StepInfo { DurationMilliseconds = long.MaxValue }));
        var plan = JsonText.Read<PlanRequest>(JsonText.Write(new PlanRequest { Expected = null, Timeout = -1 }));

        Assert.Equal(long.MaxValue, step.DurationMilliseconds);
        Assert.Null(plan.Expected);
        Assert.Equal(-1, plan.Timeout);
    }

    [Fact]
    public void A_member_that_is_missing_keeps_its_default_and_one_that_is_unknown_is_left_out()
    {
        var plan = JsonText.Read<PlanRequest>("""{"Later":{"x":[1]},"Down":true}""");

        Assert.True(plan.Down);
        Assert.Equal(60, plan.LockTimeout);
        Assert.Empty(plan.Revisions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{\"Text\":")]
    public void What_is_no_JSON_is_a_format_exception(string text)
        => Assert.Throws<FormatException>(() => JsonText.Read<TextEvent>(text));

    [Fact]
    public void Every_message_of_the_protocol_survives_both_ways_empty()
    {
        var messages = typeof(Envelope).Assembly.GetTypes().Where(t => t.Namespace == typeof(Envelope).Namespace && t is { IsClass: true, IsAbstract: false }).ToArray();
        Assert.NotEmpty(messages);
        var read = typeof(JsonText).GetMethod(nameof(JsonText.Read))!;

        foreach (var type in messages)
        {
            var expected = JsonSerializer.Serialize(Activator.CreateInstance(type), type);
            Assert.Equal(expected, JsonSerializer.Serialize(JsonSerializer.Deserialize(JsonText.Write(Activator.CreateInstance(type)!), type), type));
            Assert.Equal(expected, JsonSerializer.Serialize(read.MakeGenericMethod(type).Invoke(null, [expected]), type));
        }
    }

    // The whole text was copied for each escaped letter once: minutes for the script of a first revision with 1,000 tables.
    [Fact]
    public void A_text_that_is_twice_as_long_costs_twice_the_memory()
    {
        _ = Allocated(100);

        Assert.InRange(Allocated(4_000), 0, 3 * Allocated(2_000));
    }

    private static long Allocated(int lines)
    {
        var json = JsonSerializer.Serialize(new TextEvent { Text = string.Concat(Enumerable.Repeat("name: \"Id\",\n", lines)) });
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = JsonText.Read<TextEvent>(json);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
