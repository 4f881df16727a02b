@{
    RootModule             = 'bin/DbMigrate.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0f8f0e-6c0b-4b43-9d52-3c3a1e0a7d41'
    Author                 = 'The DbMigrate contributors'
    CompanyName            = 'DbMigrate'
    Copyright              = '(c) The DbMigrate contributors. MIT licence.'
    Description            = 'Version control for database schemas, driven by your EF Core model: revision scripts you can read, a graph that merges, and cmdlets that show what they will do before they do it.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('DbMigrate.format.ps1xml')
    CmdletsToExport        = @(
        'Assert-DbMigration'
        'Compare-DbSchema'
        'Edit-DbMigration'
        'Export-DbMigrationScript'
        'Get-DbMigration'
        'Get-DbMigrationBranch'
        'Get-DbMigrationContext'
        'Get-DbMigrationHead'
        'Get-DbMigrationHistory'
        'Get-DbMigrationStatus'
        'Get-DbMigrationTemplate'
        'Initialize-DbMigration'
        'Merge-DbMigration'
        'New-DbMigration'
        'Set-DbMigrationStamp'
        'Test-DbMigration'
        'Undo-DbMigration'
        'Update-Database'
        'Update-DbMigration'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'Database', 'Migration', 'Schema', 'EFCore', 'EntityFramework', 'SQLite')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
