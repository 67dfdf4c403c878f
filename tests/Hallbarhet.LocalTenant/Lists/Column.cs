namespace Hallbarhet.LocalTenant.Lists;

internal enum ColumnKind
{
    Text,
    Note,
    Choice,
    Choices,
    Person,
    People,
    Lookup,
    Lookups,
    Date,
    DateTime,
    Number,
    Boolean,

    /// <summary>A hyperlink: Graph makes the column and shows its values, and writes none.</summary>
    Link,
    Computed,
}

internal sealed class Column
{
    /// <summary>The row's number, which every list has under this name in field sets.</summary>
    public static readonly Column Number =
        new() { Id = "1d22ea11-1e32-424e-89ab-9fedbadb6ce1", Name = "id", DisplayName = "ID", Kind = ColumnKind.Computed, BuiltIn = true };

    public required string Id { get; init; }

    /// <summary>Internal name, frozen at creation.</summary>
    public required string Name { get; init; }

    public required ColumnKind Kind { get; init; }

    public required string DisplayName { get; set; }

    public string Description { get; set; } = "";

    /// <summary>Name of the facet as Graph calls it; null for built-in columns without one.</summary>
    public string? FacetName { get; init; }

    public JsonObject Facet { get; set; } = [];

    public JsonNode? DefaultValue { get; set; }

    public bool Hidden { get; set; }

    public bool Indexed { get; set; }

    public bool Required { get; set; }

    public bool Unique { get; set; }

    /// <summary>Column formatting as the JSON text that somebody stored; null for none.</summary>
    public string? CustomFormatter { get; set; }

    public bool ReadOnly { get; init; }

    public bool BuiltIn { get; init; }

    public bool IsMany => Kind is ColumnKind.Choices or ColumnKind.People or ColumnKind.Lookups;

    /// <summary>Long texts, several values and links cannot be indexed.</summary>
    public bool CanBeIndexed => !IsMany && Kind is not (ColumnKind.Note or ColumnKind.Link);

    public bool IsPerson => Kind is ColumnKind.Person or ColumnKind.People;

    /// <summary>Person and lookup columns, which are written and read by id.</summary>
    public bool IsReference => IsPerson || Kind is ColumnKind.Lookup or ColumnKind.Lookups;

    public string? LookupListId => Facet.Text("listId");

    public IEnumerable<string> Choices => Facet.Texts("choices");

    public JsonObject Shown()
    {
        var shown = J.Obj(
            ("columnGroup", BuiltIn ? "Core Task and Issue Columns" : "Custom Columns"), ("description", Description),
            ("displayName", DisplayName),
            ("enforceUniqueValues", Unique), ("hidden", Hidden), ("id", Id), ("indexed", Indexed), ("name", Name), ("readOnly", ReadOnly),
            ("required", Required));
        if (DefaultValue is not null) shown["defaultValue"] = DefaultValue.DeepClone();
        if (FacetName is not null) shown[FacetName] = Facet.DeepClone();
        return shown;
    }
}
