Describe 'The module' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $module = Get-Module -Name DbMigrate
        $manifest = Import-PowerShellDataFile -LiteralPath "$repository/DbMigrate.psd1"
    }

    It 'exports the cmdlets and the alias of its manifest, nothing else' {
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        $module.ExportedAliases.Count | Should -Be 0
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It 'has a valid manifest' {
        Test-ModuleManifest -Path "$repository/out/DbMigrate/DbMigrate.psd1" | Should -Not -BeNullOrEmpty
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        $module.ExportedCmdlets.Values.Verb | Where-Object { $_ -notin $approved } | Should -BeNullOrEmpty
    }

    It 'has help with examples for every cmdlet' {
        foreach ($cmdlet in $module.ExportedCmdlets.Values) {
            $help = Get-Help -Name $cmdlet.Name -Full
            $help.Synopsis | Should -Not -BeLike "*$($cmdlet.Name)*"
            @($help.examples.example).Count | Should -BeGreaterThan 0
        }
    }

    It 'is imported again without losing its cmdlets' {
        Import-Module -Name "$repository/out/DbMigrate/DbMigrate.psd1" -Force
        (Get-Command -Module DbMigrate -CommandType Cmdlet).Count | Should -Be $manifest.CmdletsToExport.Count
    }
}
