using System;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace DbMigrate.Commands;

/// <summary>Accepts text where a secret is wanted, so that logs of bound parameters never show it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is string text ? new NetworkCredential("", text).SecurePassword : value;
    }

    public static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;
}
