using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hallbarhet.Tests.Microsoft365Pnp;

/// <summary>Hallbarhet.Microsoft365.PnP as text: PnP.Core is not on every machine, so the project is read and not referenced.</summary>
internal static class PnpSource
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "functions", "Hallbarhet.Microsoft365.PnP");

    public static IReadOnlyList<SyntaxNode> Files { get; } = [.. Read("functions", "Hallbarhet.Microsoft365.PnP")];

    public static IEnumerable<T> All<T>() where T : SyntaxNode => Files.SelectMany(file => file.DescendantNodes().OfType<T>());

    public static IEnumerable<SyntaxNode> Read(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Repository.Root, .. folder]), "*.cs", SearchOption.TopDirectoryOnly).Select(Parse);

    public static SyntaxNode Parse(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();

    /// <summary>Its name, what it takes and what it gives back, as written.</summary>
    public static string Signature(this MethodDeclarationSyntax method) =>
        $"{method.ReturnType} {method.Identifier}({string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Type))})";

    /// <summary>Properties that an initializer of this record sets, wherever in the sources.</summary>
    public static IEnumerable<string> PropertiesSet(this IEnumerable<SyntaxNode> sources, string record) => sources
        .SelectMany(source => source.DescendantNodes())
        .SelectMany(node => node switch
        {
            ObjectCreationExpressionSyntax made when made.Type.ToString() == record => made.Initializer?.Expressions ?? [],
            ImplicitObjectCreationExpressionSyntax made when IsResultOf(made, record) => made.Initializer?.Expressions ?? [],
            WithExpressionSyntax changed when IsResultOf(changed, record) => changed.Initializer.Expressions,
            _ => [],
        })
        .OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString());

    private static bool IsResultOf(ExpressionSyntax expression, string type) =>
        expression.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } && method.ReturnType.ToString() == type;
}
