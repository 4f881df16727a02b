Describe 'The main job on a project' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $null = [IO.Directory]::CreateDirectory("$TestDrive/Shop")
        Get-ChildItem -Path "$repository/tests/Fixtures/Shop" -File | Copy-Item -Destination "$TestDrive/Shop"
        Push-Location -LiteralPath $TestDrive
        $null = Initialize-DbMigration -Project Shop
    }

    AfterAll {
        Pop-Location
        Remove-Module -Name DbMigrate
    }

    It 'writes and applies a first revision' {
        (New-DbMigration 'open the shop' -RevisionId open1).Operations.Kind | Should -Be 'CreateTable', 'CreateTable', 'CreateIndex'
        (Update-Database).Revision | Should -Be 'open1'
        Test-DbMigration -Applied -Drift | Should -BeTrue
    }

    It 'writes nothing where nothing changed' {
        New-DbMigration 'nothing' | Should -BeNullOrEmpty
    }

    It 'asks for the value of a new required column' {
        $file = "$TestDrive/Shop/Customer.cs"
        [IO.File]::WriteAllText($file, [IO.File]::ReadAllText($file).Replace('public int Id { get; set; }', "public int Id { get; set; }`n`n    public string Country { get; set; } = `"`";"))
        { New-DbMigration 'countries' } | Should -Throw -ErrorId 'DbMigrate.FillRequired,*'
        (New-DbMigration 'countries' -Fill @{ 'Customers.Country' = 'XX' }).Operations.Kind | Should -Be 'AddColumn'
        (Update-Database).Direction | Should -Be 'Up'
    }

    It 'undoes it again' {
        (Undo-DbMigration -Confirm:$false).Direction | Should -Be 'Down'
        (Get-DbMigrationStatus).Current | Should -Be 'open1'
    }
}
