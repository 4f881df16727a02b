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
        [IO.File]::Copy($file, "$work/Shop/$([IO.Path]::GetFileName($file))", $true)
    }
}
function Shop([string] $Command) {
    Go "$work/Shop"
    dotnet "$work/Shop/bin/Debug/net10.0/Shop.dll" $Command
    Go $work
}
function Go([string] $Folder) { $null = $ExecutionContext.SessionState.Path.SetLocation($Folder) }
Go $work

# Version 1. The first revision comes from the model alone; no database is needed for it.
UseVersion v1
Initialize-DbMigration -Project Shop
New-DbMigration 'open the shop'

# What would happen? Then let it happen, and do some business.
Update-Database -WhatIf
Update-Database
Shop fill
Shop show

# Version 2: payments, a currency on every order, first and last names instead of one, shorter product names, reviews
# must have a text. Some columns become required while there are rows: DbMigrate asks instead of inventing values.
UseVersion v2
try { New-DbMigration 'payments and proper names' } catch { "$($_.FullyQualifiedErrorId)"; "$_" }
$revision = New-DbMigration 'payments and proper names' -Fill @{
    'Orders.Currency'     = 'EUR'
    'Customers.FirstName' = ''
    'Customers.LastName'  = ''
    'Reviews.Text'        = '(no text)'
}
$revision.Operations

# Splitting the names is knowledge that no tool has: add it to the script, as you would in an editor. The old column is
# dropped last, and the SQL runs at its place, between the operations.
$script = [IO.File]::ReadAllText($revision.Path)
$up, $down = $script -split '(?=protected override void Down)'
$drop = [regex]::Match($up, '(?s)[ ]*migrationBuilder\.DropColumn\(\s*name: "FullName".*?;\n').Value
$split = @'
            migrationBuilder.Sql(
                """
                UPDATE "Customers" SET
                    "FirstName" = substr("FullName", 1, instr("FullName" || ' ', ' ') - 1),
                    "LastName" = substr("FullName", instr("FullName" || ' ', ' ') + 1)
                """);

'@
$last = $up.LastIndexOf('}')
$up = $up.Substring(0, $last).Replace($drop, '').TrimEnd() + "`n`n" + $split + "`n" + $drop + '        }' + $up.Substring($last + 1)
$join = $split.Substring(0, $split.IndexOf('UPDATE')) + @'
UPDATE "Customers" SET "FullName" = trim("FirstName" || ' ' || "LastName")
                """);

'@
$first = [regex]::Match($down, '(?s)[ ]*migrationBuilder\.DropColumn\(\s*name: "FirstName".*?;\n').Value
$lastName = [regex]::Match($down, '(?s)[ ]*migrationBuilder\.DropColumn\(\s*name: "LastName".*?;\n').Value
$end = $down.LastIndexOf('}', $down.LastIndexOf('}', $down.LastIndexOf('}') - 1) - 1)
$down = $down.Substring(0, $end).Replace($first, '').Replace($lastName, '').TrimEnd() + "`n`n" + $join + "`n" + $first + "`n" + $lastName + '        }' + $down.Substring($end + 1)
[IO.File]::WriteAllText($revision.Path, $up + $down)

Update-Database
Shop fill
Shop show

# Version 3: order numbers become text, a table and a column get other names, faxes go, and a product with reviews can
# no longer be deleted. Renames are decided by a person, never guessed.
UseVersion v3
try { New-DbMigration 'text order numbers' } catch { "$($_.FullyQualifiedErrorId)"; "$_" }
New-DbMigration 'text order numbers' -Rename @{ 'Reviews' = 'ProductReviews'; 'Customers.Phone' = 'PhoneNumber' }
Update-Database
Shop fill
Shop show

# Where does the database stand? What is the story so far?
Get-DbMigrationStatus
Get-DbMigrationHistory -IndicateCurrent

# Take the last one back, look, and apply it again.
Undo-DbMigration -Confirm:$false
Get-DbMigrationStatus
Update-Database
Test-DbMigration -Applied
