# DbMigrate in five minutes: a shop's model in three versions, and a database that follows with its rows intact.
#
#   dotnet run --project samples/Quickstart      builds everything and shows this script as it runs
#   pwsh samples/Quickstart/quickstart.ps1       the same, after 'dotnet build', where PowerShell 7.6 is installed

$ErrorActionPreference = 'Stop'
$root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
Import-Module "$root/out/DbMigrate/DbMigrate.psd1"

# A fresh folder to work in, and a helper that lays a version of the shop's code over the one before.
$work = "$root/out/quickstart"
if ([IO.Directory]::Exists($work)) { [IO.Directory]::Delete($work, $true) }
$null = [IO.Directory]::CreateDirectory("$work/Shop")
[IO.File]::Copy("$PSScriptRoot/Shop/Shop.csproj", "$work/Shop/Shop.csproj")
function UseVersion([string] $Version) {
    foreach ($file in [IO.Directory]::GetFiles("$PSScriptRoot/Shop/$Version")) {
        [IO.File]::WriteAllText("$work/Shop/$([IO.Path]::GetFileName($file))", [IO.File]::ReadAllText($file))
    }
}
function Shop([string] $Command) {
    Go "$work/Shop"
    dotnet "$work/Shop/bin/Debug/net10.0/Shop.dll" $Command
    Go $work
}
function Go([string] $Folder) { $null = $ExecutionContext.SessionState.Path.SetLocation($Folder) }
function EditMethod([string] $Path, [string] $Method, [string[]] $DropLast, [string] $Sql) {
    $text = [IO.File]::ReadAllText($Path)
    $old = [regex]::Match($text, "(?s)void $Method\(.*?\n    }\n").Value
    $drops = foreach ($column in $DropLast) { [regex]::Match($old, "(?s) {8}migrationBuilder\.DropColumn\(\s*name: `"$column`".*?;\n").Value }
    $new = $old
    foreach ($drop in $drops) { $new = $new.Replace($drop, '') }
    $code = '        migrationBuilder.Sql(@"' + $Sql.Replace('"', '""') + '");' + "`n"
    $new = $new.Substring(0, $new.Length - 6) + "`n" + $code + "`n" + ($drops -join "`n") + "    }`n"
    [IO.File]::WriteAllText($Path, $text.Replace($old, $new))
}
Go $work

# Version 1. The first revision comes from the model alone; no database is needed for it.
# Out-Host shows each result as at a prompt: without it a script's results are formatted together, by the first one's view.
UseVersion v1
Initialize-DbMigration -Project Shop | Out-Host
New-DbMigration 'open the shop' | Out-Host

# What would happen? Then let it happen, and do some business.
Update-Database -WhatIf
Update-Database | Out-Host
Shop fill
Shop show

# Version 2: payments, a currency on every order, first and last names instead of one, shorter product names, reviews
# must have a text. Some columns become required while there are rows: DbMigrate asks instead of inventing values.
UseVersion v2
try { New-DbMigration 'payments and proper names' } catch { "$_"; "$($_.ErrorDetails.RecommendedAction)" }
$revision = New-DbMigration 'payments and proper names' -Fill @{
    'Orders.Currency'     = 'EUR'
    'Customers.FirstName' = ''
    'Customers.LastName'  = ''
    'Reviews.Text'        = '(no text)'
}
$revision.Operations | Out-Host

# Splitting the names is knowledge that no tool has. A person adds it to the script in an editor: the columns to drop
# go to the end, and the SQL that moves the values before them. It runs at its place, between the operations.
EditMethod $revision.Path Up -DropLast FullName -Sql @'
UPDATE "Customers" SET
    "FirstName" = substr("FullName", 1, instr("FullName" || ' ', ' ') - 1),
    "LastName" = substr("FullName", instr("FullName" || ' ', ' ') + 1)
'@
EditMethod $revision.Path Down -DropLast FirstName, LastName -Sql @'
UPDATE "Customers" SET "FullName" = trim("FirstName" || ' ' || "LastName")
'@
Update-Database | Out-Host
Shop fill
Shop show

# Version 3: order numbers become text, a table and a column get other names, faxes go, and a product with reviews can
# no longer be deleted. Renames are decided by a person, never guessed.
UseVersion v3
try { New-DbMigration 'text order numbers' } catch { "$_"; "$($_.ErrorDetails.RecommendedAction)" }
New-DbMigration 'text order numbers' -Rename @{ 'Reviews' = 'ProductReviews'; 'Customers.Phone' = 'PhoneNumber' } | Out-Host
Update-Database | Out-Host

# Second thoughts? Take it back, look where the database stands, and apply it again.
Undo-DbMigration -Confirm:$false | Out-Host
Get-DbMigrationStatus | Out-Host
Update-Database | Out-Host
Shop fill
Shop show

# The story so far. Is the database where the scripts are, and the model too?
Get-DbMigrationHistory -IndicateCurrent | Out-Host
Test-DbMigration -Applied
