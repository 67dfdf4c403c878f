using Hallbarhet.SelfHost;

return await SelfHostProgram.RunAsync(args);
