using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on sequences.</summary>
internal sealed class SequenceScripts(OperationScripts scripts)
{
    public string Create(CreateSequenceOperation sequence)
    {
        var call = OperationScripts.Call(sequence.ClrType == typeof(long) ? "CreateSequence" : $"CreateSequence<{scripts.TypeName(sequence.ClrType)}>")
            .Text("name", sequence.Name)
            .Optional("schema", sequence.Schema);
        if (sequence.StartValue != 1)
            call.Optional("startValue", sequence.StartValue);
        return scripts.Annotations(Facets(call, sequence), sequence).Lines();
    }

    public string Alter(AlterSequenceOperation sequence)
    {
        var call = Facets(OperationScripts.Call("AlterSequence").Text("name", sequence.Name).Optional("schema", sequence.Schema), sequence);
        var old = sequence.OldSequence;
        if (old.IncrementBy != 1)
            call.Optional("oldIncrementBy", old.IncrementBy);
        call.Optional("oldMinValue", old.MinValue).Optional("oldMaxValue", old.MaxValue).Flag("oldCyclic", old.IsCyclic);
        scripts.Annotations(call, sequence);
        return scripts.Annotations(call, old, "OldAnnotation").Lines();
    }

    public string Drop(DropSequenceOperation sequence)
        => scripts.Annotations(OperationScripts.Call("DropSequence").Text("name", sequence.Name).Optional("schema", sequence.Schema), sequence).Lines();

    public string Rename(RenameSequenceOperation sequence)
        => scripts.Annotations(
            OperationScripts.Call("RenameSequence")
                .Text("name", sequence.Name)
                .Optional("schema", sequence.Schema)
                .Optional("newName", sequence.NewName)
                .Optional("newSchema", sequence.NewSchema),
            sequence).Lines();

    public string Restart(RestartSequenceOperation sequence)
        => scripts.Annotations(
            OperationScripts.Call("RestartSequence").Text("name", sequence.Name).Optional("schema", sequence.Schema).Optional("startValue", sequence.StartValue),
            sequence).Lines();

    private static MethodCall Facets(MethodCall call, SequenceOperation sequence)
    {
        if (sequence.IncrementBy != 1)
            call.Optional("incrementBy", sequence.IncrementBy);
        return call.Optional("minValue", sequence.MinValue).Optional("maxValue", sequence.MaxValue).Flag("cyclic", sequence.IsCyclic);
    }
}
