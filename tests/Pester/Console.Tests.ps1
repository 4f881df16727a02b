Describe 'A console where nobody answers' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        New-MigrationFolder $TestDrive
        New-MigrationScript $TestDrive 'first1' '' 'migrationBuilder.Sql("CREATE TABLE A (Id INTEGER)");' 'migrationBuilder.Sql("DROP TABLE A");'
        $shell = (Get-Process -Id $PID).Path
        $database = "-Provider Sqlite -ConnectionString 'Data Source=$TestDrive/console.db'"
        $start = "Set-Location -LiteralPath '$TestDrive'; Import-Module -Name '$repository/out/DbMigrate/DbMigrate.psd1'"

        function Invoke-Console([string[]] $Line) {
            [IO.File]::WriteAllLines("$TestDrive/console.ps1", @($start) + $Line)
            $text = '' | & $shell -NoProfile -NonInteractive -File "$TestDrive/console.ps1" 2>&1 | Out-String
            # Where a line ends depends on the console's width.
            @{ Text = $text -replace '\x1b\[[0-9;]*m|[\s|]', ''; ExitCode = $LASTEXITCODE }
        }
        $null = Invoke-Console "Update-Database $database"
    }

    It 'is told the parameter to paste' {
        (Invoke-Console "Undo-DbMigration $database").Text | Should -BeLike '*first1*nobodycananswer*Pass-Confirm:$false*'
    }

    It 'ends with exit code 1 at the first error where the script says Stop' {
        $run = Invoke-Console '$ErrorActionPreference = "Stop"', "Undo-DbMigration $database", '"went on"'
        $run.ExitCode | Should -Be 1
        $run.Text | Should -Not -BeLike '*wenton*'
    }

    It 'goes on and ends with exit code 0 where the script does not' {
        $run = Invoke-Console "Undo-DbMigration $database", '"went on"'
        $run.ExitCode | Should -Be 0
        $run.Text | Should -BeLike '*wenton*'
    }

    It 'ends with exit code 1 where the last command of -Command failed' {
        $null = '' | & $shell -NoProfile -NonInteractive -Command "$start; Undo-DbMigration $database" 2>&1
        $LASTEXITCODE | Should -Be 1
    }

    It 'shows every column of a step' {
        (Invoke-Console "Undo-DbMigration -Confirm:`$false $database").Text | Should -BeLike '*DirectionRevisionMessageDuration*Downfirst1*'
    }
}
