using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Merging scripts written by hand, without a target and without a database.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public MergeTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        Write("open1", "", "migrationBuilder.CreateTable(\"Customers\", t => new { Id = t.Column<int>(type: \"INTEGER\") });");
        Write("ann1", "open1", Add("Email"));
        Write("bob1", "open1", Add("Phone"));
        _session = new Session(_folder.Path);
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", "Sqlite");
    }

    private IEnumerable<string> Files => Directory.GetFiles(_folder["migrations/versions"]).Select(Path.GetFileName).Order()!;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", null);
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Without_a_revision_all_heads_are_joined()
    {
        var merge = _session.Run("Merge-DbMigration");

        Assert.Equal(["ann1", "bob1"], merge.Single<string[]>("Parents"));
        Assert.Equal("merge ann1, bob1", merge.Single<string>("Message"));
        Assert.True(merge.Single<bool>("IsMergePoint"));
        Assert.True(merge.Single<bool>("IsHead"));
        Assert.Contains("merge_ann1_bob1", merge.Single<string>("Path"));
        Assert.Equal(merge.Single<string>("Revision"), _session.Run("Get-DbMigrationHead").Single<string>("Revision"));
        Assert.Contains("nothing to merge", _session.Run("Merge-DbMigration").MustFail("MergeInvalid").ToString());
    }

    [Fact]
    public void Everything_about_the_merge_can_be_said()
    {
        var merge = _session.Run("Merge-DbMigration bob1, ann1 -Message \"two`nlines\" -RevisionId both1 -BranchLabel main, trunk");

        Assert.Equal(["bob1", "ann1"], merge.Single<string[]>("Parents"));
        Assert.Equal("two lines", merge.Single<string>("Message"));
        Assert.Equal(["main", "trunk"], merge.Single<string[]>("Labels"));
        Assert.Equal("both1", _session.Run("Get-DbMigration main").Single<string>("Revision"));
    }

    [Fact]
    public void Heads_bind_from_the_pipeline_and_an_empty_one_does_nothing()
    {
        Assert.Empty(_session.Run("@() | Merge-DbMigration").MustSucceed().Output);
        Assert.Equal(["ann1", "bob1"], _session.Run("Get-DbMigrationHead | Merge-DbMigration").Single<string[]>("Parents"));
    }

    [Theory]
    [InlineData("Merge-DbMigration -WhatIf", "joins ann1, bob1")]
    [InlineData("Merge-DbMigration -WhatIf -RevisionId both1", "// Revision:    both1")]
    public void WhatIf_shows_the_script_and_writes_none(string command, string shown)
    {
        var before = Files.ToList();
        Assert.Contains(shown, _session.Run(command).MustSucceed().HostText);
        Assert.Equal(before, Files);
    }

    [Theory]
    [InlineData("Merge-DbMigration base, ann1", "MergeInvalid")]
    [InlineData("Merge-DbMigration open1, ann1", "MergeInvalid")]
    [InlineData("Merge-DbMigration ann1", "MergeInvalid")]
    [InlineData("Merge-DbMigration open1:ann1", "RevisionNotFound")]
    [InlineData("Merge-DbMigration nowhere, ann1", "RevisionNotFound")]
    [InlineData("Merge-DbMigration head", "MultipleHeads")]
    [InlineData("Merge-DbMigration $null", "RevisionMissing")]
    [InlineData("Merge-DbMigration ann1, ''", "RevisionMissing")]
    [InlineData("Merge-DbMigration -RevisionId ann1", "RevisionDuplicate")]
    [InlineData("Merge-DbMigration -RevisionId a-b", "RevisionIdInvalid")]
    [InlineData("Merge-DbMigration -BranchLabel a-b", "LabelInvalid")]
    [InlineData("Merge-DbMigration -BranchLabel ann1", "LabelInvalid")]
    [InlineData("Merge-DbMigration -Database shop", "DatabaseNotFound")]
    public void What_cannot_be_meant_is_refused_and_writes_nothing(string command, string error)
    {
        var before = Files.ToList();
        _session.Run(command).MustFail(error);

        Assert.Equal(before, Files);
    }

    [Fact]
    public void C52_two_revisions_that_others_build_on_need_splice()
    {
        Write("ann2", "ann1", "");
        Write("bob2", "bob1", "");

        Assert.Contains("-Splice", _session.Run("Merge-DbMigration bob1, ann1").MustFail("SpliceRequired").ErrorDetails.RecommendedAction);

        Assert.Equal(["bob1", "ann1"], _session.Run("Merge-DbMigration bob1, ann1 -Splice -RevisionId both1").Single<string[]>("Parents"));
        Assert.Equal(["ann2", "bob2", "both1"], _session.Run("Get-DbMigrationHead").All<string>("Revision").Order());
    }

    [Fact]
    public void A_conflict_names_the_object_the_revisions_and_their_scripts()
    {
        Write("bob2", "bob1", Add("Email"), "emails too");

        var error = _session.Run("Merge-DbMigration").MustFail("MergeConflict");

        Assert.Contains("column Customers.Email: both create it", error.ToString());
        Assert.Contains($"bob2 'emails too' creates it: TEXT null ({Path.Combine("versions", "bob2.cs")})", error.ToString());
        Assert.Contains("undo it first", error.ErrorDetails.RecommendedAction);
        var conflict = _session.Run("try { Merge-DbMigration } catch { $_.TargetObject }");
        Assert.Equal(("BothCreate", "column Customers.Email"), (conflict.Single<string>("Kind"), conflict.Single<string>("Object")));
        Assert.Equal(
            [_folder["migrations/versions/ann1.cs"], _folder["migrations/versions/bob2.cs"]],
            _session.Run("try { Merge-DbMigration } catch { $_.TargetObject.Changes }").All<string>("Path"));
        Assert.Equal(4, Files.Count());
    }

    private static string Add(string column) => $"migrationBuilder.AddColumn<string>(\"{column}\", \"Customers\", type: \"TEXT\", nullable: true);";

    private void Write(string id, string parent, string up, string message = "a change") => _folder.WriteRevision(id, parent, message, up);
}
