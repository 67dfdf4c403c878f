global using Hallbarhet.Browser.Tests.Support;
global using Microsoft.Playwright;
global using Shouldly;
global using Xunit;
