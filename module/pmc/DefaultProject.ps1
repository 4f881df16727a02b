# What DbMigrate asks of Visual Studio in its Package Manager Console: the default project and its active configuration.
# Run by a cmdlet that was given no target; importing the module runs nothing.
param(
    # Whether the project is taken as it was built last, so that what is only in an editor does not matter.
    [bool] $IsBuilt
)

$project = Get-Project
if ($null -eq $project) {
    return
}

# A build reads files. Visual Studio saves them before its own.
if (-not $IsBuilt) {
    $project.DTE.Documents.SaveAll()
}

@{
    Project       = [string] $project.FullName
    Configuration = [string] $project.ConfigurationManager.ActiveConfiguration.ConfigurationName
}
