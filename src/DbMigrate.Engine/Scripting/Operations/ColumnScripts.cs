using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on columns.</summary>
internal sealed class ColumnScripts(OperationScripts scripts)
{
    public string Add(AddColumnOperation column)
        => scripts.Annotations(Facets(Named("AddColumn", column), column), column).Lines();

    public string Alter(AlterColumnOperation column)
    {
        var call = Facets(Named("AlterColumn", column), column);
        OldFacets(call, column.OldColumn);
        scripts.Annotations(call, column);
        return scripts.Annotations(call, column.OldColumn, "OldAnnotation").Lines();
    }

    public string Drop(DropColumnOperation column)
        => scripts.Annotations(
            OperationScripts.Call("DropColumn").Text("name", column.Name).Optional("schema", column.Schema).Text("table", column.Table),
            column).Lines();

    public string Rename(RenameColumnOperation column)
        => scripts.Annotations(
            OperationScripts.Call("RenameColumn").Text("name", column.Name).Optional("schema", column.Schema).Text("table", column.Table).Text("newName", column.NewName),
            column).Lines();

    /// <summary>Adds what a column is.</summary>
    public MethodCall Facets(MethodCall call, ColumnOperation column)
    {
        call.Optional("type", column.ColumnType)
            .Optional("unicode", column.IsUnicode)
            .Optional("fixedLength", column.IsFixedLength)
            .Optional("maxLength", column.MaxLength)
            .Optional("precision", column.Precision)
            .Optional("scale", column.Scale)
            .Flag("rowVersion", column.IsRowVersion)
            .Optional("nullable", column.IsNullable);
        if (column.DefaultValue is not null)
            call.Code("defaultValue", scripts.Literals.Write(column.DefaultValue));
        return call
            .Optional("defaultValueSql", column.DefaultValueSql)
            .Optional("computedColumnSql", column.ComputedColumnSql)
            .Optional("stored", column.IsStored)
            .Optional("comment", column.Comment)
            .Optional("collation", column.Collation);
    }

    private void OldFacets(MethodCall call, ColumnOperation old)
    {
        call.Code("oldClrType", $"typeof({scripts.TypeName(old)})")
            .Optional("oldType", old.ColumnType)
            .Optional("oldUnicode", old.IsUnicode)
            .Optional("oldFixedLength", old.IsFixedLength)
            .Optional("oldMaxLength", old.MaxLength)
            .Optional("oldPrecision", old.Precision)
            .Optional("oldScale", old.Scale)
            .Flag("oldRowVersion", old.IsRowVersion)
            .Flag("oldNullable", old.IsNullable);
        if (old.DefaultValue is not null)
            call.Code("oldDefaultValue", scripts.Literals.Write(old.DefaultValue));
        call.Optional("oldDefaultValueSql", old.DefaultValueSql)
            .Optional("oldComputedColumnSql", old.ComputedColumnSql)
            .Optional("oldStored", old.IsStored)
            .Optional("oldComment", old.Comment)
            .Optional("oldCollation", old.Collation);
    }

    private MethodCall Named(string method, ColumnOperation column)
        => scripts.Call(method, column).Text("name", column.Name).Optional("schema", column.Schema).Text("table", column.Table);
}
