using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Documents.Word;

/// <summary>The city's own Dokumentmall: its styles, logo, header and footer stay, its sample text goes.</summary>
internal static class Template
{
    /// <summary>Empties the body and returns the section that carries page size, header and footer.</summary>
    public static SectionProperties Prepare(WordprocessingDocument file)
    {
        if (file.DocumentType != WordprocessingDocumentType.Document) file.ChangeDocumentType(WordprocessingDocumentType.Document);
        var main = file.MainDocumentPart ?? throw new InvalidDataException("The template has no main part.");
        if (main.VbaProjectPart is { } macros) main.DeletePart(macros);
        var document = main.Document ?? throw new InvalidDataException("The template has no document.");
        var section = (SectionProperties?)document.Body?.GetFirstChild<SectionProperties>()?.CloneNode(true) ?? new SectionProperties();
        document.Body = new Body();
        main.DocumentSettingsPart?.Settings?.RemoveAllChildren<DocumentProtection>();
        return section;
    }
}

/// <summary>Swedish for everything that says nothing else, so that spelling and screen readers are right.</summary>
internal static class Language
{
    public static void Set(Styles styles)
    {
        var defaults = styles.DocDefaults ??= new DocDefaults();
        var run = defaults.RunPropertiesDefault ??= new RunPropertiesDefault();
        var look = run.RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        look.Languages ??= new Languages();
        look.Languages.Val = "sv-SE";
        look.Languages.EastAsia ??= "sv-SE";
    }
}

/// <summary>What the library throws for a file that is no Word file, or a damaged one.</summary>
internal static class Unreadable
{
    public static bool Means(Exception e) => e is FileFormatException or InvalidDataException or OpenXmlPackageException or XmlException
        or InvalidOperationException or ArgumentException or NotSupportedException or EndOfStreamException or KeyNotFoundException;
}
