namespace DbMigrate.Module.Tests.Examples;

/// <summary>What examples use of PowerShell's other modules, which the engine alone does not bring, and of a vault for secrets.</summary>
internal static class StandIns
{
    public const string Script = """
        function global:Select-Object([string[]] $Property) {
            process { $row = [ordered]@{}; foreach ($name in $Property) { $row[$name] = $_.$name }; [pscustomobject]$row }
        }
        function global:Format-List { process { $_ } }
        function global:Copy-Item($Path, $Destination, [switch] $Recurse) {
            $to = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
            $null = [IO.Directory]::CreateDirectory($to)
            foreach ($file in [IO.Directory]::GetFiles($Path)) { [IO.File]::Copy($file, [IO.Path]::Combine($to, [IO.Path]::GetFileName($file))) }
        }
        function global:Out-File($FilePath) {
            [IO.File]::WriteAllLines($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($FilePath), [string[]]@($input))
        }
        function global:Get-Secret($Name) { [Net.NetworkCredential]::new('', "Data Source=$PWD/src/Shop/shop.db").SecurePassword }
        """;
}
