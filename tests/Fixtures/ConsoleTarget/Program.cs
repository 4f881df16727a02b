System.Console.WriteLine("The app itself is never run.");
