global using System.Text.Json.Nodes;
global using Hallbarhet.LocalTenant.Tests.Support;
global using Shouldly;
global using Xunit;
