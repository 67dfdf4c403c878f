#:project ../tests/Hallbarhet.Year/Hallbarhet.Year.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// The group's whole year on a local Microsoft 365. See README.md.
return await Hallbarhet.Year.DemoCommand.RunAsync(args);
