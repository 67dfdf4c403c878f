using Hallbarhet.Provisioning;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
