global using System.Text.Json.Nodes;
global using Hallbarhet.Acceptance.Tests.Support;
global using Hallbarhet.Year;
global using Hallbarhet.Year.People;
global using Hallbarhet.Year.Town;
global using Shouldly;
global using Xunit;
