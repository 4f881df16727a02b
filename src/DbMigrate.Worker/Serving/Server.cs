using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Serving;

/// <summary>Runs requests one after the other until PowerShell closes the pipe.</summary>
internal sealed class Server : IDisposable
{
    /// <summary>How long a request may take to roll back once nobody waits for it.</summary>
    private static readonly TimeSpan RollBackTime = TimeSpan.FromSeconds(30);

    /// <summary>What the runtime ends with after an exception that nothing caught, on Unix.</summary>
    private const int UnhandledExitCode = 134;

    private const string ToldByApp = "Look with -Debug at what the app prints before. If it ends at its start, -AppArgument or -Environment may let it go on, or add a class that implements IDesignTimeDbContextFactory<TContext>: then it is not started.";

    private readonly Outbox _outbox;
    private readonly OpenQuestions _questions;
    private readonly Inbox _inbox;
    private readonly SecretTexts _secrets = new();
    private readonly TargetOutput _target;
    private readonly Session _session;
    private volatile int _current;

    public Server(Stream input, Stream output)
    {
        _outbox = new Outbox(output, _secrets);
        _questions = new OpenQuestions(_outbox);
        _inbox = new Inbox(input, _outbox, _questions);
        _target = new TargetOutput(_outbox);
        _session = new Session(_secrets, _target);
        var console = new DebugWriter(_target.Write);
        Console.SetOut(console);
        Console.SetError(console);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
    }

    public void Run()
    {
        // Ctrl+C reaches every process of the terminal; PowerShell decides and says so by a cancel line.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var watchdog = _inbox.Closed.Register(() => new Thread(EndAfterRollBack) { IsBackground = true }.Start());
        while (_inbox.Next() is { } request)
        {
            _current = request.Id;
            _target.Begin(request.Id);
            var source = _inbox.Start(request.Id);
            var (kind, body) = Answer(request, source.Token);
            _inbox.Finish();
            _target.End();
            _current = 0;
            var isOver = request.Kind != Methods.Load && _session.HoldsFiles;
            _outbox.Send(request.Id, kind, body, endsWorker: isOver);
            if (isOver)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        _inbox.Dispose();
    }

    private static void EndAfterRollBack()
    {
        Thread.Sleep(RollBackTime);
        Environment.Exit(1);
    }

    private (string Kind, string Body) Answer(Envelope request, CancellationToken cancellation)
    {
        try
        {
            return _session.Run(
                request, (kind, body) => _outbox.Send(request.Id, kind, body), question => _questions.Ask(request.Id, question, cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (Events.Cancelled, Json.Write(new TextEvent { Text = "Stopped before anything was done." }));
        }
        catch (Exception e)
        {
            return (Events.Error, Json.Write(WorkerException.From(e).ToEvent(_secrets)));
        }
    }

    /// <summary>Before the runtime writes the exception to standard error, where nobody could take secrets out of it.</summary>
    private void OnUnhandledException(object? sender, UnhandledExceptionEventArgs e)
    {
        if (_current is var id and not 0)
        {
            _current = 0;
            _target.End();
            var exception = e.ExceptionObject as Exception;
            _outbox.SendError(id, new WorkerException(WorkerException.WorkerFailed, $"The target ended the process by an exception that nothing caught: {exception?.Message}", inner: exception) { Action = ToldByApp });
        }

        Environment.Exit(UnhandledExitCode);
    }

    /// <summary>Also reached when the target ends the process by itself.</summary>
    private void OnProcessExit(object? sender, EventArgs e)
    {
        _target.End();
        if (_current is var id and not 0 && !_inbox.Closed.IsCancellationRequested)
        {
            _outbox.SendError(id, new WorkerException(WorkerException.WorkerFailed, $"The target ended the process (exit code {Environment.ExitCode}) while it was in use.") { Action = ToldByApp });
        }

        _session.Dispose();
    }
}
