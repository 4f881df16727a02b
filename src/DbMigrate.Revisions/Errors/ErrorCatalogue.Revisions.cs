namespace DbMigrate.Revisions.Errors;

// Revisions and their graph.
public static partial class ErrorCatalogue
{
    /// <summary>A revision was asked for that is null or empty.</summary>
    public static readonly ErrorKind RevisionMissing = new("RevisionMissing", "InvalidArgument", "Pass an id, head, base or a relative revision such as -1.");

    /// <summary>A script has no header, or one that cannot be read.</summary>
    public static readonly ErrorKind HeaderInvalid = new("HeaderInvalid", "InvalidData", "Restore the comment lines at the top of the script from version control.");

    /// <summary>A script cannot be read: not UTF-8, locked, or not written completely.</summary>
    public static readonly ErrorKind ScriptUnreadable = new("ScriptUnreadable", "ReadError", "Bring the script back from version control, or save it as UTF-8.");

    /// <summary>Two scripts have the same id.</summary>
    public static readonly ErrorKind RevisionDuplicate = new("RevisionDuplicate", "InvalidData", "Give one of the scripts another id, or remove it.");

    /// <summary>A script names a parent or dependency that no script has.</summary>
    public static readonly ErrorKind RevisionParentMissing = new("RevisionParentMissing", "ObjectNotFound", "Bring back the missing script from version control, or correct the header.");

    /// <summary>The graph has a cycle.</summary>
    public static readonly ErrorKind RevisionCycle = new("RevisionCycle", "InvalidData", "Correct the parents in the headers of the scripts named.");

    /// <summary>No revision has this id, label or symbol.</summary>
    public static readonly ErrorKind RevisionNotFound = new("RevisionNotFound", "ObjectNotFound", "Get-DbMigrationHistory lists the revisions.");

    /// <summary>An id prefix or symbol stands for several revisions.</summary>
    public static readonly ErrorKind RevisionAmbiguous = new("RevisionAmbiguous", "InvalidArgument", "Write one of the candidates in full.");

    /// <summary>A revision id cannot be used.</summary>
    public static readonly ErrorKind RevisionIdInvalid = new("RevisionIdInvalid", "InvalidArgument", "Use letters, digits and '_', at most 64 characters, and none of head, heads, base and current.");

    /// <summary>A label is used twice or cannot be used.</summary>
    public static readonly ErrorKind LabelInvalid = new("LabelInvalid", "InvalidArgument", "Choose another label.");

    /// <summary>An operation needs a single head and there are several.</summary>
    public static readonly ErrorKind MultipleHeads = new("MultipleHeads", "InvalidOperation", "Name the head, or merge the heads first.");

    /// <summary>The place in the graph cannot be reached from where the database is.</summary>
    public static readonly ErrorKind RevisionNotReachable = new("RevisionNotReachable", "InvalidArgument", "Get-DbMigrationStatus shows where the database is, Get-DbMigrationHistory the revisions.");

    /// <summary>A new revision would build on a revision that is no head.</summary>
    public static readonly ErrorKind SpliceRequired = new("SpliceRequired", "InvalidOperation", "Pass -Splice to start a branch there.");

    /// <summary>A range has several starts, or goes another way than the command.</summary>
    public static readonly ErrorKind RangeInvalid = new("RangeInvalid", "InvalidArgument", "Write a range as start:end; several starts or ends are separated by commas.");

    /// <summary>There is nothing to merge, or not like this.</summary>
    public static readonly ErrorKind MergeInvalid = new("MergeInvalid", "InvalidArgument", "Name two or more heads, or none for all of them; Get-DbMigrationHead lists them.");

    /// <summary>The revisions to merge do different things to the same object.</summary>
    public static readonly ErrorKind MergeConflict = new("MergeConflict", "InvalidOperation", "Change one of the scripts named so that they agree, then merge again. Where it is applied already, undo it first with Undo-DbMigration.");

    /// <summary>The plan reaches into a sibling branch and nobody confirmed it.</summary>
    public static readonly ErrorKind SiblingBranch = new("SiblingBranch", "InvalidOperation", "Pass -Force to go on.");

    /// <summary>Of several revisions that were asked for, one is part of another's line.</summary>
    public static readonly ErrorKind RevisionsOverlap = new("RevisionsOverlap", "InvalidArgument", "Name only the highest revision of each line.");

    /// <summary>A new revision has no parent that tells which of several locations it belongs to.</summary>
    public static readonly ErrorKind VersionPathRequired = new("VersionPathRequired", "InvalidArgument", "Pass -VersionPath with one of the locations.");

    /// <summary>A folder for a new revision is none that the settings name.</summary>
    public static readonly ErrorKind VersionPathInvalid = new("VersionPathInvalid", "InvalidArgument", "Name one of the Locations in dbmigrate.psd1, or add the folder there.");

    /// <summary>No editor was found for a script.</summary>
    public static readonly ErrorKind EditorNotFound = new("EditorNotFound", "ObjectNotFound", "Set EDITOR to a program, by its full path or by a name on PATH.");

    /// <summary>The editor did not start, or ended with an error.</summary>
    public static readonly ErrorKind EditorFailed = new("EditorFailed", "InvalidResult", "Open the script by hand, or set EDITOR to another program.");
}
