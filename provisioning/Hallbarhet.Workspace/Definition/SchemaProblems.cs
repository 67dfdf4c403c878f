using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Hallbarhet.Workspace.Definition;

/// <summary>Says in plain words what the schema has against a file, and what to write instead.</summary>
internal static class SchemaProblems
{
    public static IEnumerable<DefinitionProblem> Of(string file, JsonSchema schema, JToken root) =>
        schema.Validate(root).SelectMany(Leaves)
            .Select(error => new DefinitionProblem(file, Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition), Say(error, root)))
            .Distinct();

    /// <summary>An item that does not fit carries its own reasons; they are what the reader wants.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent && parent.Errors.Values.Any(errors => errors.Count > 0)
            ? parent.Errors.Values.SelectMany(errors => errors).SelectMany(Leaves)
            : [error];

    private static string Say(ValidationError error, JToken root) => error.Kind switch
    {
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"Unknown property \"{error.Property}\". {Instead(error)}",
        ValidationErrorKind.PropertyRequired => $"\"{error.Property}\" is missing. Add it.",
        ValidationErrorKind.NotInEnumeration => $"{Shown(error)} must be one of: {string.Join(", ", error.Schema.ActualSchema.Enumeration)}.",
        ValidationErrorKind.PatternMismatch => $"{Shown(error)} is written in a way that is not allowed: it must match {error.Schema.ActualSchema.Pattern}.",
        ValidationErrorKind.StringExpected => $"{Shown(error)} must be text in quotation marks.",
        ValidationErrorKind.IntegerExpected or ValidationErrorKind.NumberExpected => $"{Shown(error)} must be a number without quotation marks.",
        ValidationErrorKind.BooleanExpected => $"{Shown(error)} must be true or false without quotation marks.",
        ValidationErrorKind.ArrayExpected => $"{Shown(error)} must be a list in square brackets.",
        ValidationErrorKind.ObjectExpected => $"{Shown(error)} must be an object in braces.",
        ValidationErrorKind.StringTooLong => $"{Shown(error)} is too long: at most {error.Schema.ActualSchema.MaxLength} characters.",
        ValidationErrorKind.StringTooShort or ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties => $"{Shown(error)} must not be empty.",
        ValidationErrorKind.TooManyProperties => $"{Shown(error)} must hold exactly one property.",
        ValidationErrorKind.NumberTooSmall => $"{Shown(error)} must be at least {error.Schema.ActualSchema.Minimum}.",
        _ => $"{Shown(error)} does not fit ({error.Kind}).",
    };

    private static string Instead(ValidationError error)
    {
        var allowed = error.Schema.ActualSchema.Properties.Keys.ToList();
        return Nearest.To(error.Property ?? "", allowed) is { } near
            ? $"Did you mean \"{near}\"?"
            : $"Allowed are: {string.Join(", ", allowed)}.";
    }

    private static string Shown(ValidationError error) => string.IsNullOrEmpty(error.Property) ? "The value" : $"\"{error.Property}\"";
}
