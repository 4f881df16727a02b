Describe 'Applying and undoing without a target' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        New-MigrationFolder $TestDrive
        New-MigrationScript $TestDrive 'first1' '' 'migrationBuilder.Sql("CREATE TABLE A (Id INTEGER)");' 'migrationBuilder.Sql("DROP TABLE A");'
        New-MigrationScript $TestDrive 'second2' 'first1' 'migrationBuilder.Sql("CREATE TABLE B (Id INTEGER)");' 'migrationBuilder.Sql("DROP TABLE B");'
        Push-Location -LiteralPath $TestDrive
    }

    AfterAll {
        Pop-Location
        Remove-Module -Name DbMigrate
    }

    BeforeEach {
        $file = "$TestDrive/$([guid]::NewGuid().ToString('N')).db"
        $database = @{ Provider = 'Sqlite'; ConnectionString = "Data Source=$file" }
    }

    It 'applies what is pending, and nothing the second time' {
        (Update-Database @database).Revision | Should -Be 'first1', 'second2'
        Update-Database @database | Should -BeNullOrEmpty
        (Get-DbMigrationStatus @database).IsUpToDate | Should -BeTrue
    }

    It 'takes a secure string' {
        $secret = [Net.NetworkCredential]::new('', $database.ConnectionString).SecurePassword
        (Update-Database first1 -Provider Sqlite -ConnectionString $secret).Revision | Should -Be 'first1'
    }

    It 'gathers the pipeline into one plan' {
        (Get-DbMigrationHistory | Update-Database @database).Revision | Should -Be 'first1', 'second2'
    }

    It 'does nothing with an empty pipeline' {
        @() | Update-Database @database | Should -BeNullOrEmpty
        $file | Should -Not -Exist
    }

    It 'takes -1 for the last revision' {
        $null = Update-Database @database
        (Undo-DbMigration -1 @database -Confirm:$false).Revision | Should -Be 'second2'
    }

    It 'shows the SQL and creates nothing with -WhatIf' {
        Update-Database @database -WhatIf 6>&1 | Out-String | Should -Match 'CREATE TABLE A'
        $file | Should -Not -Exist
    }

    It 'returns the SQL with -AsSql' {
        Update-Database @database -AsSql | Out-String | Should -Match 'CREATE TABLE B'
        $file | Should -Not -Exist
    }

    It 'fails where nobody can confirm' {
        $null = Update-Database @database
        $env:CI = 'true'
        try {
            { Undo-DbMigration @database } | Should -Throw -ErrorId 'DbMigrate.ConfirmationRequired,*'
        }
        finally {
            $env:CI = $null
        }
    }
}
