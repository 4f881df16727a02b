using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that acts on all databases of a folder, or on those that are named.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NamedDatabaseCommand : HookedCommand
{
    private readonly DatabaseChoice _choice = new();
    private bool _hasInput;

    /// <summary>Names of the databases, as the settings have them; without it all of them.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DatabaseCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Database { get; set; }

    private protected override void Process()
    {
        _hasInput = true;
        _choice.Add(NamedDatabases());
    }

    /// <summary>What this object of the pipeline, or the environment, names; null for all databases.</summary>
    private protected IReadOnlyList<string>? NamedDatabases()
    {
        // The objects of an ordinary folder call its database so: where they are piped on, it is the one that is meant.
        if (MyInvocation.ExpectingInput && Database is [""] && Settings.Databases.Count == 0)
            return null;
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Database)))
            return DatabaseChoice.Check(Database);
        var text = FromEnvironment(nameof(Database));
        return text.Length > 0 ? DatabaseChoice.Check(text.Split(',')) : null;
    }

    /// <summary>
    /// The databases to act on, in the order of the settings; a single one without a name in an ordinary folder, none
    /// for an empty pipeline.
    /// </summary>
    private protected IReadOnlyList<DatabaseMessage> DatabaseMessages()
    {
        if (!_hasInput)
            return [];
        var chosen = _choice.From(Settings);
        RequireOne(chosen, nameof(Context), Context);
        CheckChoice(chosen);
        return [.. chosen.Select(Message)];
    }

    /// <summary>The one database to act on.</summary>
    private protected DatabaseMessage DatabaseMessage()
        => DatabaseMessages() is [var one] ? one : throw ErrorCatalogue.DatabaseAmbiguous.Error($"{MyInvocation.MyCommand.Name} acts on one database here, and the folder has several: {string.Join(", ", Settings.Databases.Select(d => d.Name))}.");

    /// <summary>Does something with one database, whose name, if it has one, then stands before the message of a failure.</summary>
    private protected static T In<T>(DatabaseMessage database, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DbMigrateException e) when (database.Database.Length > 0)
        {
            throw e.Kind.Error($"Database '{database.Database}': {e.Message}", e.Target, e.Action, e);
        }
    }

    /// <summary>Does something with every chosen database; those that fail are one error at the end.</summary>
    private protected void ForEachDatabase(Action<DatabaseMessage> action)
    {
        var failures = new List<DbMigrateException>();
        foreach (var database in DatabaseMessages())
        {
            try
            {
                In(database, () => { action(database); return true; });
            }
            catch (DbMigrateException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw failures[0].Kind.Error(string.Join("\n", failures.Select(f => f.Message)), failures[0].Target, failures[0].Action, failures[0].InnerException);
    }

    private protected virtual void CheckChoice(IReadOnlyList<DatabaseSettings> chosen)
    {
    }

    /// <summary>The connection string of one database; empty for that of its context.</summary>
    private protected virtual string Connection(DatabaseSettings database, string? configured) => configured ?? FromVariable(database);

    private protected static string FromVariable(DatabaseSettings database)
        => database.ConnectionStringVariable.Length == 0 ? "" : System.Environment.GetEnvironmentVariable(database.ConnectionStringVariable) ?? "";

    private protected static void RequireOne(IReadOnlyList<DatabaseSettings> chosen, string parameter, object? value)
    {
        if (chosen.Count > 1 && (value is not null || FromEnvironment(parameter).Length > 0))
            throw ErrorCatalogue.DatabaseAmbiguous.Error(
                $"{(value is not null ? "-" + parameter : "DBMIGRATE_" + parameter.ToUpperInvariant())} holds for one database, and there are several: {string.Join(", ", chosen.Select(d => d.Name))}.");
    }

    private DatabaseMessage Message(DatabaseSettings database)
    {
        var configured = Hooks.Configure(new(database.Name, ContextName(database.Context), Settings.HistoryTable, Settings.HistorySchema));
        return new()
        {
            Context = ContextName(configured.Context ?? database.Context),
            Database = database.Name,
            MethodSuffix = database.MethodSuffix,
            ConnectionString = Hide(Connection(database, configured.ConnectionString)),
            HistoryTable = configured.HistoryTable ?? "",
            HistorySchema = configured.HistorySchema ?? "",
        };
    }
}
