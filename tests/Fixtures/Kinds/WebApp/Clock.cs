namespace WebApp;

public sealed class Clock
{
    public int Year => 1999;
}
