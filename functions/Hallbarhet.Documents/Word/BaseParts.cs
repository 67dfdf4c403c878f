using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Hallbarhet.Documents.Word;

/// <summary>The group's own look, kept as Word's own XML beside this file.</summary>
internal static class BaseParts
{
    public static Styles Styles() => new(Read("styles.xml"));

    public static Numbering Numbering() => new(Read("numbering.xml"));

    public static Settings Settings() => new(Read("settings.xml"));

    private static string Read(string name)
    {
        using var stream = typeof(BaseParts).Assembly.GetManifestResourceStream(name)
                           ?? throw new InvalidOperationException($"The part '{name}' is not built into the assembly.");
        return XDocument.Load(stream).Root!.ToString(SaveOptions.DisableFormatting);
    }
}

/// <summary>The bullet list's numbering definition, under numbers that are free in the file it is added to.</summary>
internal static class Bullets
{
    public static int AddTo(MainDocumentPart main, string styleId)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>(Relations.FreeId(main, "numbering"));
        var numbering = part.Numbering ??= new Numbering();
        var definition = (AbstractNum)BaseParts.Numbering().GetFirstChild<AbstractNum>()!.CloneNode(true);
        definition.AbstractNumberId = 1 + numbering.Elements<AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(0).Max();
        foreach (var level in definition.Elements<Level>()) level.ParagraphStyleIdInLevel = new ParagraphStyleIdInLevel { Val = styleId };
        var id = 1 + numbering.Elements<NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max();
        var instance = new NumberingInstance(new AbstractNumId { Val = definition.AbstractNumberId.Value }) { NumberID = id };
        InsertAfterLast(numbering, definition, numbering.Elements<AbstractNum>().LastOrDefault());
        InsertAfterLast(numbering, instance, numbering.Elements<NumberingInstance>().LastOrDefault() ?? (OpenXmlElement)definition);
        return id;
    }

    /// <summary>The schema wants every definition before the first instance.</summary>
    private static void InsertAfterLast(Numbering numbering, OpenXmlElement added, OpenXmlElement? last)
    {
        if (last is null) numbering.PrependChild(added);
        else numbering.InsertAfter(added, last);
    }
}
