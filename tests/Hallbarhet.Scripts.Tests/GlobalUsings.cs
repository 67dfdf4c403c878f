global using Hallbarhet.Scripts.Tests.Support;
global using Shouldly;
global using Xunit;
