# Runs the suites and prints one line of JSON per test, for the xunit tests that count them.

$ErrorActionPreference = 'Stop'
Import-Module -Name Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'

foreach ($test in (Invoke-Pester -Configuration $configuration).Tests) {
    $line = @{ Name = $test.ExpandedPath; Result = "$($test.Result)"; Message = "$($test.ErrorRecord)" }
    'PESTER ' + (ConvertTo-Json -InputObject $line -Compress)
}
