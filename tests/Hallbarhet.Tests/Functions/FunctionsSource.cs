using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hallbarhet.Tests.Functions;

/// <summary>
/// Hallbarhet.Functions as text: its packages are not on every machine, so the project is read and not referenced. Syntax alone tells what
/// is bound to what, as long as every binding is written out as an attribute.
/// </summary>
internal static class FunctionsSource
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "functions", "Hallbarhet.Functions");

    public static IReadOnlyList<FunctionMethod> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.TopDirectoryOnly)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => Attribute(method.AttributeLists, "Function") is not null)
            .Select(method => new FunctionMethod(method)),
    ];

    public static AttributeSyntax? Attribute(SyntaxList<AttributeListSyntax> lists, string name) =>
        lists.SelectMany(l => l.Attributes).FirstOrDefault(a => a.Name.ToString() == name);
}

/// <summary>One method with the attribute Function.</summary>
internal sealed class FunctionMethod(MethodDeclarationSyntax method)
{
    private readonly ParameterSyntax trigger = method.ParameterList.Parameters[0];

    /// <summary>As the host knows it: the word inside nameof(…).</summary>
    public string Name => Word(Arguments(FunctionsSource.Attribute(method.AttributeLists, "Function")!)[0].Expression);

    public string? Schedule => Trigger("TimerTrigger") is { } timer ? Text(timer[0]) : null;

    public string? Queue => Trigger("QueueTrigger") is { } queue ? queue[0].Expression.ToString() : null;

    public HttpBinding? Http => Trigger("HttpTrigger") is { } http
        ? new(http[0].Expression.ToString(), Text(http[1]), Text(http.Single(a => a.NameEquals?.Name.ToString() == "Route")))
        : null;

    public string Body => method.ExpressionBody?.Expression.ToString() ?? "";

    /// <summary>Use cases and desks are called in Hosting; anything longer belongs there too.</summary>
    public bool IsOneExpression => method.ExpressionBody is not null;

    private AttributeArgumentSyntax[]? Trigger(string name) =>
        FunctionsSource.Attribute(trigger.AttributeLists, name) is { } found ? Arguments(found) : null;

    private static AttributeArgumentSyntax[] Arguments(AttributeSyntax attribute) => [.. attribute.ArgumentList!.Arguments];

    private static string Text(AttributeArgumentSyntax argument) => ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;

    private static string Word(ExpressionSyntax nameOf) => ((InvocationExpressionSyntax)nameOf).ArgumentList.Arguments[0].ToString();
}

/// <param name="Level">Such as AuthorizationLevel.Function.</param>
internal sealed record HttpBinding(string Level, string Method, string Route);
