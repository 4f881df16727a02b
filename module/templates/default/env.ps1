# Hooks: script blocks that run around the commands of this folder. This file is run once per command, in a scope of its
# own, and must return one hashtable. It finds $Argument (the hashtable of -Argument), $Tag (the word of -Tag) and $Command.
# A hook that throws stops the command. Get-Help about_DbMigrate_Hooks says more.
@{
    # Before a database is opened; returns what replaces the settings: ConnectionString (text or a secure string), Context,
    # HistoryTable, HistorySchema, Timeout, LockTimeout. $database has Database, Context, HistoryTable and HistorySchema.
    # Configure = {
    #     param($database)
    #     @{ ConnectionString = Get-Secret -Name "shop-$($database.Database)" }
    # }

    # Whether a table, column or other object is ours: $true or $false. $object has Kind, Schema, Table, Name, Side and Database.
    # IncludeObject = {
    #     param($object)
    #     $object.Name -notlike 'hangfire_*'
    # }

    # What a new revision is to do, before it is written; returns the same object, or a hashtable with Up and Down; nothing
    # for no revision. $revision has Revision, Message, Parents, Database, and the operations in Up and Down.
    # Generated = {
    #     param($revision)
    #     $revision.Up | Where-Object { $_.Kind -eq 'CreateTable' } | ForEach-Object { $_.Comment = $revision.Message }
    #     $revision
    # }

    # Before each revision is applied, undone or stamped. $step has Revision, Message, Path, Direction, IsStamp,
    # IsDestructive, CurrentAfter, Database, DataSource and Provider.
    # BeforeApply = {
    #     param($step)
    #     if ($step.IsDestructive -and $Tag -ne 'allow-loss') { throw "$($step.Revision) loses data." }
    # }

    # After each revision, with the same object.
    # AfterApply = {
    #     param($step)
    #     Write-Verbose "$($step.Direction) $($step.Revision) in $($step.DataSource)"
    # }
}
