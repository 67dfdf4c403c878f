using Microsoft.Graph;

namespace Hallbarhet.LocalTenant.Tests.Contract;

/// <summary>Who calls. The SharePoint ones carry a token for SharePoint, the others one for Graph.</summary>
internal enum Who
{
    Setup,
    Runtime,
    Member,
    Outsider,
    Nobody,
    SharePoint,
    SharePointRuntime,
    SharePointMember,
    SharePointOutsider,
}

/// <summary>The call through the real Graph SDK, with the values that stand for the placeholders of the case.</summary>
internal delegate Task SdkCall(GraphServiceClient graph, At at);

/// <summary>
/// One row of the contract: how an operation is called and what the service answers. Words in braces (<c>{site}</c>,
/// <c>{item}</c>, <c>{task.@odata.etag}</c>) stand for things that <see cref="Scratch"/> makes for the case.
/// </summary>
internal sealed record ContractCase
{
    public string Area { get; init; } = "";

    public string Method { get; init; } = "";

    /// <summary>The method on the wire where it is another: SharePoint takes MERGE in a header of a POST.</summary>
    public string? Sent { get; init; }

    /// <summary>The operation as the tenant's own table names it.</summary>
    public string Template { get; init; } = "";

    public required string Sentence { get; init; }

    public required int Status { get; init; }

    /// <summary>The service's error code; null for an answer that is no error.</summary>
    public string? Code { get; init; }

    public bool IsGood => Status < 400;

    /// <summary>The path to call when it is not the template with its placeholders filled in.</summary>
    public string? Path { get; init; }

    /// <summary>With the question mark, not yet encoded.</summary>
    public string Query { get; init; } = "";

    public string? Body { get; init; }

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>Null: whoever the area's operations are for.</summary>
    public Who? As { get; init; }

    /// <summary>Values that stand for placeholders instead of what would be made for them.</summary>
    public (string Name, string Value)[] With { get; init; } = [];

    /// <summary>
    /// Path into the body (<c>value/0/fields/Title</c>, <c>*</c> for any element) or <c>header:Name</c>, and what stands there:
    /// a text, <c>!</c> and a text that stands nowhere there, <c>~</c> and a pattern, <c>*</c> for anything, null for nothing.
    /// </summary>
    public (string Path, string? Value)[] Facts { get; init; } = [];

    /// <summary>What graphcheck has to say about the request of a bad case; a good one gives it nothing to say.</summary>
    public string[] Findings { get; init; } = [];

    /// <summary>What the tenant does otherwise than the service, and why.</summary>
    public string? Differs { get; init; }

    /// <summary>Whether it may run on a real tenant: it touches only what it made itself.</summary>
    public bool Safe { get; init; }

    /// <summary>Null where the SDK has no builder, or cannot be brought to send this.</summary>
    public SdkCall? Sdk { get; init; }

    /// <summary>A request that only raw HTTP can send, although the operation has a builder.</summary>
    public bool RawOnly { get; init; }

    public string Operation => $"{Method} {Template}";

    public string Key => $"{Operation}: {Sentence}";
}
