<#
.SYNOPSIS
    Builds, tests or imports the module: a thin front of dotnet for people with PowerShell.
.DESCRIPTION
    Build   leaves the importable module in out/DbMigrate.
    Test    builds, and runs all tests, the Pester suites among them.
    Import  builds, and imports the module into the session.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 Import
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Import')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "'dotnet $args' failed with exit code $LASTEXITCODE."
    }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    if ($Task -eq 'Test') {
        Invoke-DotNet test --configuration $Configuration
    }
    else {
        Invoke-DotNet build --configuration $Configuration
    }
}
finally {
    Pop-Location
}

if ($Task -eq 'Import') {
    Import-Module -Name (Join-Path $PSScriptRoot 'out/DbMigrate/DbMigrate.psd1') -Force -Global
}
