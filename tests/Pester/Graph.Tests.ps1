Describe 'The cmdlets that read the graph' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        New-MigrationFolder $TestDrive
        New-MigrationScript $TestDrive 'first1'
        New-MigrationScript $TestDrive 'second2' 'first1'
        Push-Location -LiteralPath $TestDrive
    }

    AfterAll {
        Pop-Location
    }

    It 'lists the newest first' {
        (Get-DbMigrationHistory).Revision | Should -Be 'second2', 'first1'
    }

    It 'finds the head' {
        (Get-DbMigrationHead).Revision | Should -Be 'second2'
    }

    It 'takes revisions from the pipeline' {
        (Get-DbMigrationHistory | Get-DbMigration).Revision | Should -Be 'second2', 'first1'
    }

    It 'selects and sorts as objects do' {
        (Get-DbMigrationHistory | Where-Object IsHead | Select-Object -ExpandProperty Message) | Should -Be 'revision second2'
    }

    It 'survives a round trip through JSON' {
        (Get-DbMigrationHead | ConvertTo-Json | ConvertFrom-Json).Revision | Should -Be 'second2'
    }

    It 'shows a table no wider than 100 columns' {
        Get-DbMigrationHistory | Out-String -Stream -Width 100 | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 100 }
    }

    It 'completes revisions' {
        (TabExpansion2 -inputScript 'Update-Database s' -cursorColumn 17).CompletionMatches.CompletionText | Should -Contain 'second2'
    }

    It 'names a folder that is not there' {
        { Get-DbMigrationHistory -Path nowhere } | Should -Throw -ErrorId 'DbMigrate.FolderNotFound,*'
    }
}
