using System;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;

namespace DbMigrate.Hooks;

/// <summary>Answers the engine's questions by hooks.</summary>
internal sealed class HookAnswers(HookSet hooks, PSCmdlet command)
{
    /// <summary>What a hook throws ends the request, which says what was done; what stops the pipeline passes.</summary>
    public AnswerRequest Answer(AskEvent question)
    {
        try
        {
            return new AnswerRequest { Body = JsonText.Write(Result(question)) };
        }
        catch (DbMigrateException e)
        {
            return new AnswerRequest { Error = new ErrorEvent { ErrorId = e.Kind.Name, Message = e.Message, Action = e.Action, Target = e.Target } };
        }
    }

    private object Result(AskEvent question) => question.Kind switch
    {
        Questions.Generated => new GeneratedHook(hooks.Find(HookNames.Generated)!).Answer(JsonText.Read<GeneratedQuestion>(question.Body)),
        Questions.IncludeObject => new IncludeHook(hooks.Find(HookNames.IncludeObject)!).Answer(JsonText.Read<IncludeQuestion>(question.Body)),
        Questions.BeforeApply => Step(HookNames.BeforeApply, JsonText.Read<StepQuestion>(question.Body)),
        Questions.AfterApply => Step(HookNames.AfterApply, JsonText.Read<StepQuestion>(question.Body)),
        _ => throw new InvalidOperationException($"The engine asked for '{question.Kind}', which this side does not know."),
    };

    private StepAnswer Step(string name, StepQuestion question)
    {
        foreach (var output in hooks.Find(name)!.Invoke(HookStep.From(question)))
            command.WriteObject(output);
        return new StepAnswer();
    }
}
