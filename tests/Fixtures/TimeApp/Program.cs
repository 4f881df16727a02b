System.Console.WriteLine("A target of a kind.");
